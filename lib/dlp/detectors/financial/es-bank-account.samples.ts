import type { Samples } from '../../types.ts';

export default {
  hits: ['cuenta: 21000418409206869866', 'the cuenta is "21000418421660229386" here', 'cuenta 21000418442077950612'],
  misses: [
    '_21000418409206869866',
    'cuenta: 2100041842166022938671',
    'the part 21000418442077950612 is there',
    'cuenta: 21000418615268428731',
  ],
} satisfies Samples;
