import type { Samples } from '../../types.ts';

export default {
  hits: ['numero fiscal: 3594785057213', 'the numero fiscal is "2299109910314" here', 'numero fiscal 3967440939147'],
  misses: [
    '_3594785057213',
    'numero fiscal: 229910991031471',
    'the part 3967440939147 is there',
    'numero fiscal: 3180927154345',
  ],
} satisfies Samples;
