import type { Samples } from '../../types.ts';

export default {
  hits: [
    'member ID: XKP 8841 7720 03',
    'health insurance number W88412077',
    '"subscriberId": "ZGH40917725"',
    'Versichertennummer: K220518839',
  ],
  misses: [
    'member id: 123456789',
    'subscriber id is unknown',
    'insurance number 12',
    'member of 8841772003',
    'member id 000000',
  ],
} satisfies Samples;
