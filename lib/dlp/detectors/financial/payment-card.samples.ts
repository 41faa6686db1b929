import type { Samples } from '../../types.ts';

/** A number of a real range with the check digit that belongs to it. */
const card = ['4539', '0123', '4567', '8905'].join('');
export default {
  hits: [
    `card ${card}`,
    card.replace(/(\d{4})(?=\d)/g, '$1 '),
    `pan=${card.replace(/(\d{4})(?=\d)/g, '$1-')};`,
    `Becca Dade ${card.replace(/(\d{4})(?=\d)/g, '$1 ')}`,
    `${card.replace(/(\d{4})(?=\d)/g, '$1 ')} 76530 Baden-Baden`,
  ],
  misses: [
    '5430 5431 5432 5433',
    `card ${card.slice(0, -1)}${(Number(card.at(-1)) + 1) % 10}`,
    `4111 1111 1111 1111`,
    `id-${card}`,
    '0000 0000 0000 0000',
    `7e93 7e94 ${card.replace(/(\d{4})(?=\d)/g, '$1 ')} 7e95 81e2`,
  ],
} satisfies Samples;
