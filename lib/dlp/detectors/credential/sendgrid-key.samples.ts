import type { Samples } from '../../types.ts';

const head = 'a1B2c3D4e5F'.repeat(2); // 22 characters
const tail = `${'q7Wz'.repeat(10)}xYz`; // 43 characters
export default {
  hits: [`SG.${head}.${tail}`, `SENDGRID=SG.${head}.${tail}`, `'SG.${head}.${tail}'`],
  misses: [`SG.${head}.${tail}x`, `MSG.${head}.${tail}`, 'SG. is the prefix'],
} satisfies Samples;
