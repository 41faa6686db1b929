import type { Samples } from '../../types.ts';

export default {
  hits: [
    'bank account: 19-9844451267/0800',
    'the bank account is "19-9064923438/0100" here',
    'bank account 19-9484457496/0800',
  ],
  misses: [
    '_19-9844451267/0800',
    'bank account: 19-9064923438/010071',
    'the part 19-9484457496/0800 is there',
    'bank account: 19-3645305308/0800',
  ],
} satisfies Samples;
