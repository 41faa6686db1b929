import type { Samples } from '../../types.ts';

export default {
  hits: ['reisepass: U2764133', 'the reisepass is "U9603606" here', 'reisepass P1360166'],
  misses: ['_U2764133', 'reisepass: U960360671', 'the part P1360166 is there'],
} satisfies Samples;
