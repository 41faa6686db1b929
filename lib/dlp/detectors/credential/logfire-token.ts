import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Write tokens of Pydantic Logfire.
 * https://logfire.pydantic.dev/docs/how-to-guides/create-write-tokens/
 */
export const logfireToken: Detector = {
  id: 'logfire-token',
  title: 'Logfire token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])pylf_v\d_(?:us|eu)_[A-Za-z0-9]{40,60}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
