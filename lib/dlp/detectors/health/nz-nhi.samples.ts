import type { Samples } from '../../types.ts';

export default {
  hits: ['nhi: JDE1544', 'the nhi is "DBE6832" here', 'nhi ECB5889'],
  misses: ['_JDE1544', 'nhi: DBE683271', 'the part ECB5889 is there', 'nhi: BCH3840'],
} satisfies Samples;
