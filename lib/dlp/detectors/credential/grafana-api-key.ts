import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * The older keys of Grafana: JSON in base64 that begins with the key and ends with the organisation.
 * https://grafana.com/docs/grafana/latest/administration/api-keys/
 */
export const grafanaApiKey: Detector = {
  id: 'grafana-api-key',
  title: 'Grafana key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-])eyJrIjoi[A-Za-z0-9+\/_-]{60,400}={0,2}(?![A-Za-z0-9+\/_-])/g,
  verify: looksReal,
};
