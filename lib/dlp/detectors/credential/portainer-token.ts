import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Access tokens of Portainer: `ptr_` and 44 base-64 characters.
 * https://docs.portainer.io/api/access
 */
export const portainerToken: Detector = {
  id: 'portainer-token',
  title: 'Portainer token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])ptr_[A-Za-z0-9+\/]{43}=(?![A-Za-z0-9=])/g,
  verify: looksReal,
};
