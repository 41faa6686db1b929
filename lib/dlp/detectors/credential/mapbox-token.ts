import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Secret tokens of Mapbox: `sk.` and a JSON object in base64url. Those that begin with `pk.` are public.
 * https://docs.mapbox.com/help/glossary/access-token/
 */
export const mapboxToken: Detector = {
  id: 'mapbox-token',
  title: 'Mapbox secret token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])sk\.eyJ[A-Za-z0-9_-]{60,200}\.[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
