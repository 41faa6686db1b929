import type { Samples } from '../../types.ts';

const body = 'Q7WE'.repeat(4); // 16 characters
export default {
  hits: [`AKIA${body}`, `export KEY=ASIA${body};`, `"AKIA${body}"`],
  misses: [
    `AKIA${body}Q`,
    `xAKIA${body}`,
    `AKIA${'Q2WE'.repeat(2)}QEXAMPLE`,
    'AKIA is how they start',
    `AKIA${'Q2WE'.repeat(2)}EXAMPLE7`,
  ],
} satisfies Samples;
