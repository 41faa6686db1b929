import type { Samples } from '../../types.ts';

export default {
  hits: ['account: 12-3188-0152549-01', 'pay to 38-9001-7784521-00', '02-0244-0191357-083'],
  misses: ['12-3188-0152549-01-7', '99-3188-0152549-01', '12-318-0152549-01', '12-3188-015254-01'],
} satisfies Samples;
