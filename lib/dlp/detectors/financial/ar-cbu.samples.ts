import type { Samples } from '../../types.ts';

export default {
  hits: ['cbu: 0172460636828213323375', 'the cbu is "0172855463670605326206" here', 'cbu 0176338624328607956044'],
  misses: [
    '_0172460636828213323375',
    'cbu: 017285546367060532620671',
    'the part 0176338624328607956044 is there',
    'cbu: 0170769910235036245370',
  ],
} satisfies Samples;
