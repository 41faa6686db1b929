import type { Samples } from '../../types.ts';

export default {
  hits: ['taj: 165284398', 'the taj is "999445112" here', 'taj 977217058'],
  misses: ['_165284398', 'taj: 99944511271', 'the part 977217058 is there', 'taj: 218548612'],
} satisfies Samples;
