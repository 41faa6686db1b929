import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Access key ids of Volcengine: `AKLT` and base-64 characters.
 * https://www.volcengine.com/docs/6291/65568
 */
export const volcengineKey: Detector = {
  id: 'volcengine-key',
  title: 'Volcengine key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])AKLT[A-Za-z0-9_-]{40,48}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
