import type { Samples } from '../../types.ts';

export default {
  hits: ['nida: 19750515-11077-00036-24', 'the nida is "19570523-11199-00268-32" here', 'nida 20021028-11001-00141-20'],
  misses: [
    '_19750515-11077-00036-24',
    'nida: 19570523-11199-00268-3271',
    'the part 20021028-11001-00141-20x9 is there',
  ],
} satisfies Samples;
