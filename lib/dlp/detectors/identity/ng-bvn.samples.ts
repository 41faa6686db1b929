import type { Samples } from '../../types.ts';

export default {
  hits: ['bvn: 22606008700', 'the bvn is "22642692748" here', 'bvn 22186300061'],
  misses: ['_22606008700', 'bvn: 2264269274871', 'the part 22186300061 is there', 'bvn: 22522244454'],
} satisfies Samples;
