import type { Samples } from '../../types.ts';

const maestro = ['6759', '4111', '0000', '0008'].join(' ');
export default {
  hits: [`card: ${maestro}`, `my credit card is ${maestro}`, `${maestro}\n`],
  misses: [
    `the part ${maestro} is there`,
    `card: ${maestro.slice(0, -1)}${(Number(maestro.at(-1)) + 1) % 10}`,
    `x${maestro}`,
    'card: 6000 0000 0000 0000',
  ],
} satisfies Samples;
