import type { Samples } from '../../types.ts';

export default {
  hits: ['gst: 27ABCDP4695F1Z6', 'the gst is "27ABCDP0433F1ZB" here', 'gst 27ABCDP9504F1ZF'],
  misses: ['_27ABCDP4695F1Z6', 'gst: 27ABCDP0433F1ZB71', 'the part 27ABCDP9504F1Z is there'],
} satisfies Samples;
