import type { Samples } from '../../types.ts';

export default {
  hits: ['cpf: 843.488.369-49', 'the cpf is "530.553.766-50" here', '445.257.308-89\n781.749.534-34'],
  misses: ['_843.488.369-49', 'cpf: 530.553.766-5071', 'the part 445.257.308-89 is there', 'cpf: 100.184.519-25'],
} satisfies Samples;
