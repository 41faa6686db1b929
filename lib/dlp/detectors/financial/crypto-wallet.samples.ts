import type { Samples } from '../../types.ts';

const legacy = ['1BvBMSEYst', 'WetqTFn5Au', '4m4GFg7xJa', 'NVN2'].join('');
const segwit = ['bc1qw508d6q', 'ejxtdg4y5r3', 'zarvary0c5x', 'w7kv8f3t4'].join('');
const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const monero = `4${(base58 + base58).slice(9, 103)}`;
export default {
  hits: [legacy, `my wallet: ${legacy}`, `pay to ${segwit} please`, `XMR to ${monero}`],
  misses: [
    `x${legacy}`,
    `${legacy.slice(0, -1)}${legacy.endsWith('a') ? 'b' : 'a'}`,
    `${segwit.slice(0, -1)}${segwit.endsWith('q') ? 'p' : 'q'}`,
    '0x52908400098527886e0f7030069857d2e4169ee7',
    `${monero}a`,
    `4${'A1'.repeat(47)}`,
  ],
} satisfies Samples;
