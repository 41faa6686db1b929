import type { Samples } from '../../types.ts';

export default {
  hits: ['rfc: MALC520703C32', 'the rfc is "HERC000206A17" here', 'rfc GELB801212A01'],
  misses: ['_MALC520703C32', 'rfc: HERC000206A1771', 'the part GELB801212A01 is there'],
} satisfies Samples;
