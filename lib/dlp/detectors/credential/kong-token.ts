import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Personal and system tokens of Kong Konnect.
 * https://developer.konghq.com/konnect-api/
 */
export const kongToken: Detector = {
  id: 'kong-token',
  title: 'Kong Konnect token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])(?:kpat|spat)_[A-Za-z0-9]{40,60}(?![A-Za-z0-9_-])/g,
  anchors: ['kpat_', 'spat_'],
  verify: looksReal,
};
