import type { Samples } from '../../types.ts';

export default {
  hits: ['transit: 03731-003', 'direct deposit to 10011-004-5522719', 'institution number and branch 00102-010'],
  misses: ['see 03731-003', 'transit: 03731-03', 'transit: 037311-003', 'transit 03731-0031'],
} satisfies Samples;
