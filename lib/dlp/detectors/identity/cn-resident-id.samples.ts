import type { Samples } from '../../types.ts';

export default {
  hits: ['身份证: 110101199001013195', 'the 身份证 is "110101199001019976" here', '身份证 110101199001015596'],
  misses: [
    '_110101199001013195',
    '身份证: 11010119900101997671',
    'the part 11010119900101559 is there',
    '身份证: 110101199001018678',
  ],
} satisfies Samples;
