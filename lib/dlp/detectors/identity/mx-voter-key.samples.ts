import type { Samples } from '../../types.ts';

export default {
  hits: ['elector: GMZLMR78112801M010', 'the elector is "GMVLMR47062503M736" here', 'elector GRVLMR43061607M880'],
  misses: [
    '_GMZLMR78112801M010',
    'elector: GMVLMR47062503M73671',
    'the part GRVLMR43061607M880x9 is there',
    'elector: GMZLMR61062700M124',
  ],
} satisfies Samples;
