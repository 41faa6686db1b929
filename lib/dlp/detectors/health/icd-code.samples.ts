import type { Samples } from '../../types.ts';

export default {
  hits: ['diagnosed with depression (F32.1)', 'Patient shows E11.65 and nephropathy', 'Diagnose: Asthma J45.9'],
  misses: ['see F32.1', 'diagnosed with version 32.1', 'patient of room F32', 'diagnosis U07.1'],
} satisfies Samples;
