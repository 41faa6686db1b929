import type { Samples } from '../../types.ts';

export default {
  hits: ['GPS: 48.20849, 16.37208', 'coordenadas 40.41678;-3.70379', 'my location is 51.50735, -0.12776'],
  misses: ['48.20849, 16.37208', 'GPS: 48.2, 16.3', 'gps 98.20849, 16.37208', 'gps 1.2.3456, 7.12345'],
} satisfies Samples;
