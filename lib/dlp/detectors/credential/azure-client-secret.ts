import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Client secrets of Microsoft Entra applications: three characters, a digit, `Q~` and 31 to 34 more.
 * https://learn.microsoft.com/en-us/purview/sit-defn-client-secret-api-key
 */
export const azureClientSecret: Detector = {
  id: 'azure-client-secret',
  title: 'Microsoft Entra client secret',
  category: 'credential',
  severity: 'critical',
  pattern: /(?<![A-Za-z0-9_~.-])[A-Za-z0-9_~.-]{3}\dQ~[A-Za-z0-9_~.-]{31,34}(?![A-Za-z0-9_~.-])/g,
  anchors: ['q~'],
  verify: looksReal,
};
