import type { Samples } from '../../types.ts';

export default {
  hits: ['curp: GOMC900101HDFRRL04', 'the curp is "GOMC900101HDFRRL06" here', 'curp GOMC900101HDFRRL09'],
  misses: ['_GOMC900101HDFRRL04', 'curp: GOMC900101HDFRRL0671', 'the part GOMC900101HDFRRL0 is there'],
} satisfies Samples;
