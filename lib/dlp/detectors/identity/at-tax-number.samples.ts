import type { Samples } from '../../types.ts';

export default {
  hits: ['steuernummer: 61-356/4350', 'the steuernummer is "57-286/9907" here', 'steuernummer 60-661/9161'],
  misses: ['_61-356/4350', 'steuernummer: 57-286/990771', 'the part 60-661/9161 is there', 'steuernummer: 68-229/3942'],
} satisfies Samples;
