import type { Samples } from '../../types.ts';

export default {
  hits: ['davcna stevilka: 80275524', 'the davcna stevilka is "39498140" here', 'davcna stevilka 58265562'],
  misses: ['_80275524', 'davcna stevilka: 3949814071', 'the part 58265562 is there', 'davcna stevilka: 27632484'],
} satisfies Samples;
