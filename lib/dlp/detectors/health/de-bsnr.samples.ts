import type { Samples } from '../../types.ts';

export default {
  hits: ['bsnr: 746956043', 'the bsnr is "731950451" here', '795888741'],
  misses: ['_746956043', 'bsnr: 73195045171', 'the part 795888741 is there', 'bsnr: 781881818'],
} satisfies Samples;
