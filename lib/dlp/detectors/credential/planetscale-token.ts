import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Passwords and tokens of PlanetScale: `pscale_`, the kind, then 32 to 64 characters.
 * https://planetscale.com/docs/concepts/service-tokens
 */
export const planetscaleToken: Detector = {
  id: 'planetscale-token',
  title: 'PlanetScale token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])pscale_(?:pw|tkn|oauth)_[A-Za-z0-9=._-]{32,64}(?![A-Za-z0-9=_-])/g,
  verify: looksReal,
};
