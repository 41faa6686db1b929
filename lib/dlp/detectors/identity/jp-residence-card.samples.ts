import type { Samples } from '../../types.ts';

export default {
  hits: ['residence card: AC31840665ED', 'the residence card is "UC04175919ED" here', 'residence card UC73812268ED'],
  misses: ['_AC31840665ED', 'residence card: UC04175919ED71', 'the part UC73812268ED is there'],
} satisfies Samples;
