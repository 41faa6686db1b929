import type { Samples } from '../../types.ts';

export default {
  hits: ['uan: 100158639212', 'the uan is "100753145087" here', 'uan 100741916374'],
  misses: ['_100158639212', 'uan: 10075314508771', 'the part 100741916374 is there'],
} satisfies Samples;
