import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Service account and cloud tokens of Grafana.
 * https://grafana.com/docs/grafana/latest/administration/service-accounts/
 */
export const grafanaToken: Detector = {
  id: 'grafana-token',
  title: 'Grafana token',
  category: 'credential',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9_])(?:glsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}|glc_[A-Za-z0-9+\/]{32,400}={0,2})(?![A-Za-z0-9_+\/=])/g,
  anchors: ['glsa_', 'glc_'],
  verify: looksReal,
};
