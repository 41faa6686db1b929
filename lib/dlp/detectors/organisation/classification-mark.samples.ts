import type { Samples } from '../../types.ts';

export default {
  hits: ['TLP:RED', 'CONFIDENTIAL – internal only', 'Footer: STRICTLY CONFIDENTIAL', 'INTERNAL USE ONLY'],
  misses: ['TLP:GREEN', 'this is confidential computing', 'CONFIDENTIALITY'],
} satisfies Samples;
