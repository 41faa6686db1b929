import type { Samples } from '../../types.ts';

const hex = ['3f9c1d7b', '5a2e8064'].join('').repeat(9); // built here so that no token-like literal is committed
export default {
  hits: [
    `-H "Jenkins-Crumb: ${hex.slice(0, 32)}"`,
    `Please use the following password to proceed to installation:\n\n${hex.slice(0, 32)}\n`,
    `cat secrets/initialAdminPassword\n${hex.slice(0, 32)}`,
  ],
  misses: [`jenkins ${hex.slice(0, 32)}`, 'Jenkins-Crumb: $CRUMB', `Jenkins-Crumb: ${hex.slice(0, 30)}`],
} satisfies Samples;
