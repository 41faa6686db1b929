import type { Samples } from '../../types.ts';

const key = [11_223, 20_468, 31_577, 42_686, 51_795, 60_804, 33_913, 25_022]
  .map((part) => String(part * 11).padStart(6, '0'))
  .join('-');
export default {
  hits: [key, `Recovery key: ${key}`, `BitLocker ${key}\n`],
  misses: [key.replace('3', '4'), key.slice(7), `${key}-123453`],
} satisfies Samples;
