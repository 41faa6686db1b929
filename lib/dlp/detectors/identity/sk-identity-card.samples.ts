import type { Samples } from '../../types.ts';

export default {
  hits: ['obciansky preukaz: EB041525', 'the obciansky preukaz is "EA016308" here', 'obciansky preukaz EC434457'],
  misses: ['_EB041525', 'obciansky preukaz: EA01630871', 'the part EC434457 is there'],
} satisfies Samples;
