import type { Samples } from '../../types.ts';

export default {
  hits: ['dni: 70911593', 'the dni is "76374649" here', 'dni 40707467'],
  misses: ['_70911593', 'dni: 7637464971', 'the part 40707467 is there', 'dni: 43493494'],
} satisfies Samples;
