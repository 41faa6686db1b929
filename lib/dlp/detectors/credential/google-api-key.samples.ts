import type { Samples } from '../../types.ts';

const body = 'Sy7q-Kz'.repeat(5); // 35 characters
export default {
  hits: [`AIza${body}`, `key=AIza${body}&q=1`, `"AIza${body}"`],
  misses: [`AIza${body}x`, `bAIza${body}`, 'AIza is the start of a key'],
} satisfies Samples;
