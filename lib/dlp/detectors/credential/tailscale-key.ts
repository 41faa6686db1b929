import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Keys of Tailscale: `tskey-`, the kind, an id and a secret.
 * https://tailscale.com/kb/1277/key-prefixes
 */
export const tailscaleKey: Detector = {
  id: 'tailscale-key',
  title: 'Tailscale key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])tskey-[a-z]{2,12}-[A-Za-z0-9]{8,20}-[A-Za-z0-9]{20,40}(?![A-Za-z0-9])/g,
  verify: looksReal,
};
