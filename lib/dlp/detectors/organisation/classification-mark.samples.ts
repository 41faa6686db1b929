import type { Samples } from '../../types.ts';

export default {
  hits: [
    'TLP:RED',
    'TLP: AMBER+STRICT',
    'CONFIDENTIAL – internal only',
    'Footer: STRICTLY CONFIDENTIAL',
    'INTERNAL USE ONLY',
    'PRIVILEGED & CONFIDENTIAL',
    'Classification: Restricted',
    'Einstufung: streng vertraulich',
    'ESTRICTAMENTE CONFIDENCIAL',
    '【社外秘】',
    '極秘\n計画',
  ],
  misses: [
    'TLP:GREEN',
    'this is confidential computing',
    'CONFIDENTIALITY',
    'keep this confidential, please',
    'classification: a tree with internal nodes'.replace('internal', 'inner'),
    'これは秘密です',
    'document classification with naive Bayes',
  ],
} satisfies Samples;
