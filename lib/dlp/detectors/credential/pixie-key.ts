import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API and deploy keys of Pixie: `px-api-` or `px-dep-` and a UUID.
 * https://docs.px.dev/reference/admin/api-keys/
 */
export const pixieKey: Detector = {
  id: 'pixie-key',
  title: 'Pixie key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9-])px-(?:api|dep)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w-])/g,
  anchors: ['px-api-', 'px-dep-'],
  verify: looksReal,
};
