import type { Samples } from '../../types.ts';

export default {
  hits: ['jmbg: 2702987934770', 'the jmbg is "1008083463265" here', 'jmbg 1706999452276'],
  misses: ['_2702987934770', 'jmbg: 100808346326571', 'the part 1706999452276 is there', 'jmbg: 0500274154765'],
} satisfies Samples;
