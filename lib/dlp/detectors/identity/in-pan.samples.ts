import type { Samples } from '../../types.ts';

export default {
  hits: ['pan: ABCPQ6956Y', 'the pan is "ABCPH3319L" here', 'ABCPJ4519V\nABCPL8874P'],
  misses: ['_ABCPQ6956Y', 'pan: ABCPH3319L71', 'the part ABCPJ4519 is there'],
} satisfies Samples;
