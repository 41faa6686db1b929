import type { Samples } from '../../types.ts';

export default {
  hits: ['national id: CM9765102A97CJ', 'the national id is "CM9842807C81BQ" here', 'national id CM9250556C88AV'],
  misses: ['_CM9765102A97CJ', 'national id: CM9842807C81BQ71', 'the part CM9250556C88AV is there'],
} satisfies Samples;
