import type { Samples } from '../../types.ts';

export default {
  hits: ['npi: 1729025365', 'the npi is "1654169444" here', '1834647152'],
  misses: ['_1729025365', 'npi: 165416944471', 'the part 1834647152 is there', 'npi: 1524478874'],
} satisfies Samples;
