import type { Samples } from '../../types.ts';

const head = 'a1B2c3D4e5F'.repeat(2); // 22 characters
const tail = `${'q7Wz'.repeat(14)}xYz`; // 59 characters
export default {
  hits: [`github_pat_${head}_${tail}`, `GH=github_pat_${head}_${tail}`, `(github_pat_${head}_${tail})`],
  misses: [`github_pat_${head}_${tail}x`, `github_pat_${head}${tail}`, 'github_pat_ is the prefix'],
} satisfies Samples;
