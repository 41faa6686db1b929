import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Personal access tokens of Airtable: `pat`, 14 characters, a dot, 64 hexadecimal digits.
 * https://support.airtable.com/docs/creating-personal-access-tokens
 */
export const airtableToken: Detector = {
  id: 'airtable-token',
  title: 'Airtable token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])pat[A-Za-z0-9]{14}\.[a-f0-9]{64}(?![A-Za-z0-9])/g,
  verify: looksReal,
};
