import type { Samples } from '../../types.ts';

export default {
  hits: ['ICD-10: E11.9', 'diagnosis: F32.1', 'Diagnose J45.0 seit 2019'],
  misses: ['see E11.9 there', 'diagnosis: unknown', 'icd-10 has many codes', 'dx: 1234'],
} satisfies Samples;
