import type { Samples } from '../../types.ts';

const number = ['4539', '1488', '0343', '6467'].join('');
export default {
  hits: [
    `%B${number}^DOE/JANE^29051010000000000000?`,
    `;${number}=29051010000012345678?`,
    `track 1: B${number}^DOE/JANE A^2905101`,
  ],
  misses: [`%B${number.slice(0, -1)}0^DOE/JANE^2905101`, `;${number}=29`, `${number}=2905101`, `%B${number}^DOE/JANE^`],
} satisfies Samples;
