import type { Samples } from '../../types.ts';

export default {
  hits: ['paszport: ED1350839', 'the paszport is "ED3445162" here', 'paszport EC2168719'],
  misses: ['_ED1350839', 'paszport: ED344516271', 'the part EC2168719 is there', 'paszport: ED7212335'],
} satisfies Samples;
