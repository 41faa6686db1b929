import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Access tokens of Plaid, with their environment.
 * https://plaid.com/docs/api/tokens/
 */
export const plaidToken: Detector = {
  id: 'plaid-token',
  title: 'Plaid token',
  category: 'credential',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9])access-(?:sandbox|development|production)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
