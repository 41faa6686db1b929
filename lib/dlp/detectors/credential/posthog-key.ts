import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Personal keys of PostHog. Those of a project (`phc_`) are public.
 * https://posthog.com/docs/api
 */
export const posthogKey: Detector = {
  id: 'posthog-key',
  title: 'PostHog key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])ph[xs]_[A-Za-z0-9]{43,52}(?![A-Za-z0-9_-])/g,
  anchors: ['phx_', 'phs_'],
  verify: looksReal,
};
