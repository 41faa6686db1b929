import type { Samples } from '../../types.ts';

export default {
  hits: ['CVV: 482', 'card security code is 9157', '"cvc": "306"', 'expiry 04/29 cvv2 715'],
  misses: ['CVV: 111', 'cvv is three digits', 'cvc 12', 'cvv: 48211', 'the security code of 2 files'],
} satisfies Samples;
