import type { Samples } from '../../types.ts';

export default {
  hits: ['idnp: 2884205929742', 'the idnp is "2121414862285" here', 'idnp 2244706191864'],
  misses: ['_2884205929742', 'idnp: 212141486228571', 'the part 2244706191864 is there', 'idnp: 2955454336488'],
} satisfies Samples;
