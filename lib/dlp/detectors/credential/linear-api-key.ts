import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API and OAuth keys of Linear: `lin_api_` or `lin_oauth_` and at least 40 characters.
 * https://linear.app/developers/graphql
 */
export const linearApiKey: Detector = {
  id: 'linear-api-key',
  title: 'Linear API key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])lin_(?:api|oauth)_[A-Za-z0-9]{40,64}(?![A-Za-z0-9_])/g,
  verify: looksReal,
};
