import type { Samples } from '../../types.ts';

export default {
  hits: [
    `SLUICE-CANARY-${'0f'.repeat(16)}`,
    `x SLUICE-CANARY-${'a1'.repeat(16)} y`,
    `"SLUICE-CANARY-${'b2'.repeat(16)}"`,
  ],
  misses: [`SLUICE-CANARY-${'0f'.repeat(15)}`, `SLUICE-CANARY-${'0F'.repeat(16)}`, 'SLUICE-CANARY-'],
} satisfies Samples;
