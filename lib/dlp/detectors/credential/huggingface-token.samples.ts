import type { Samples } from '../../types.ts';

const body = `${'qWzK'.repeat(8)}pT`; // 34 letters
export default {
  hits: [`hf_${body}`, `HF_TOKEN=hf_${body}`, `'hf_${body}'`],
  misses: [`hf_${body}x`, `shf_${body}`, 'hf_ is the prefix'],
} satisfies Samples;
