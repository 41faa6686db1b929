import type { Samples } from '../../types.ts';

const words = 'lemon orbit tiger velvet anchor magnet puzzle silver window radar ocean hazard';
export default {
  hits: [`mnemonic = "${words} ${words}"`, `seed phrase: ${words}`, `my recovery phrase is:\n${words}`],
  misses: [
    'seed phrase: twelve words',
    `some text: ${words}`,
    'the mnemonic is a list of words that you should never show to anybody at all',
  ],
} satisfies Samples;
