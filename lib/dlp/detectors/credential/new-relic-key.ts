import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * User, ingest and browser keys of New Relic.
 * https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/
 */
export const newRelicKey: Detector = {
  id: 'new-relic-key',
  title: 'New Relic key',
  category: 'credential',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9_])(?:NRAK-[A-Z0-9]{27}|NRAA-[a-f0-9]{27}|NRI[IQ]-[A-Za-z0-9_-]{32}|NRJS-[a-f0-9]{19})(?![A-Za-z0-9_-])/g,
  anchors: ['nrak-', 'nraa-', 'nrii-', 'nriq-', 'nrjs-'],
  verify: looksReal,
};
