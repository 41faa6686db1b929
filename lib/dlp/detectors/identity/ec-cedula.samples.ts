import type { Samples } from '../../types.ts';

export default {
  hits: ['cedula: 1736139146', 'the cedula is "1702922780" here', 'cedula 1704886074'],
  misses: ['_1736139146', 'cedula: 170292278071', 'the part 1704886074 is there', 'cedula: 1703233178'],
} satisfies Samples;
