import type { Samples } from '../../types.ts';

export default {
  hits: ['cedula: V-27.602.980', 'the cedula is "V-12.679.509" here', 'cedula V-18.602.859'],
  misses: ['_V-27.602.980', 'cedula: V-12.679.50971', 'the part V-18.602.859 is there'],
} satisfies Samples;
