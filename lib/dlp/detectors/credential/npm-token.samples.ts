import type { Samples } from '../../types.ts';

const body = 'a1B2'.repeat(9); // 36 characters
export default {
  hits: [`npm_${body}`, `_authToken=npm_${body}`, `"npm_${body}"`],
  misses: [`npm_${body}x`, `xnpm_${body}`, 'npm_ and 36 characters'],
} satisfies Samples;
