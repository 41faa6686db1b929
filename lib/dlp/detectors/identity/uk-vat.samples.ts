import type { Samples } from '../../types.ts';

export default {
  hits: ['vat: 946278038', 'the vat is "506633208" here', 'vat 897363803'],
  misses: ['_946278038', 'vat: 50663320871', 'the part 897363803 is there', 'vat: 993675626'],
} satisfies Samples;
