import type { Samples } from '../../types.ts';

export default {
  hits: ['licen: MH-14 20165475143', 'the licen is "MH-14 20105017073" here', 'licen MH-14 20109537592'],
  misses: ['_MH-14 20165475143', 'licen: MH-14 2010501707371', 'the part MH-14 20109537592x9 is there'],
} satisfies Samples;
