import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Secret keys of Langfuse: `sk-lf-` and a UUID.
 * https://langfuse.com/docs/api
 */
export const langfuseKey: Detector = {
  id: 'langfuse-key',
  title: 'Langfuse key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])sk-lf-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
