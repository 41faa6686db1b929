import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of Octopus Deploy: `API-` and 26 or more capitals and digits.
 * https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key
 */
export const octopusDeployKey: Detector = {
  id: 'octopus-deploy-key',
  title: 'Octopus Deploy key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])API-[A-Z0-9]{26,35}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
