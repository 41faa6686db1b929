import type { Samples } from '../../types.ts';

export default {
  hits: ['passport: T4695601', 'the passport is "T4331951" here', 'T8887411\nT1983511'],
  misses: ['_T4695601', 'passport: T433195171', 'the part T8887411 is there'],
} satisfies Samples;
