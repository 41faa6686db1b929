import type { Samples } from '../../types.ts';

export default {
  hits: [
    'Lindenstraße 12, 10969 Berlin',
    '742 Evergreen Terrace, Springfield, IL 62704',
    '12 rue de la Paix, 75002 Paris',
    '221 Baker Street, London NW1 6XE',
    'Kaiserring 7, 50672 Köln',
    '12 Main St\nSpringfield, IL 62701',
    '12 place Bellecour, 69002 Lyon',
  ],
  misses: ['Lindenstraße is nice', '12 monkeys went, 75002 times', 'Main Street 12', 'version 10969 Berlin'],
} satisfies Samples;
