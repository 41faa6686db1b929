import type { Detector } from '../../types.ts';

/**
 * A place on the map, exact to some metres, after a word that says so.
 * https://www.iso.org/standard/75147.html
 */
export const geoCoordinates: Detector = {
  id: 'geo-coordinates',
  title: 'Geographic position',
  category: 'contact',
  severity: 'low',
  pattern:
    /(?<![\w.-])-?(?:[0-8]?\d|90)\.\d{4,8}°?(?: ?[NS])?[,;] ?-?(?:1[0-7]\d|[0-9]?\d|180)\.\d{4,8}°?(?: ?[EW])?(?![\w.])/g,
  confidence: 0.4,
  context: ['gps', 'my location', 'home location', 'located at', 'koordinaten', 'coordenadas', 'coordonn'],
};
