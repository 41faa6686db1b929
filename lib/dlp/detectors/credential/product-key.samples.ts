import type { Samples } from '../../types.ts';

const key = ['Q7WZ9', 'KP3LT', '5YBR8', 'NX2CV', '6MJDH'].join('-');
export default {
  hits: [`License key: ${key}`, `product key is ${key}`, `"serial": "${key}"`],
  misses: [key, 'License key: XXXXX-XXXXX-XXXXX-XXXXX-XXXXX', `product ${key}-AAAAA`],
} satisfies Samples;
