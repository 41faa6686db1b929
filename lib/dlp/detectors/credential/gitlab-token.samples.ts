import type { Samples } from '../../types.ts';

const body = 'a1B2c'.repeat(4); // 20 characters
export default {
  hits: [`glpat-${body}`, `PRIVATE-TOKEN: glpat-${body}`, `gldt-${body}`],
  misses: [`glpat-${body.slice(1)}`, `xglpat-${body}`, 'glpat- is the prefix of a token'],
} satisfies Samples;
