import type { Samples } from '../../types.ts';

export default {
  hits: ['sort code: 30-80-50', 'sort code 20-17-46 account number 31926819', 'my sortcode is 404784'],
  misses: ['on 30-80-50 it was', 'sort code: 30-80', 'sort code: 30-80-501', 'sort code: 1234567'],
} satisfies Samples;
