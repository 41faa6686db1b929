import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * OAuth clients of Blynk with their secrets, and device tokens in addresses of its API.
 * https://docs.blynk.io/en/blynk.cloud/oauth2
 */
export const blynkCredential: Detector = {
  id: 'blynk-credential',
  title: 'Blynk credential',
  category: 'credential',
  severity: 'high',
  pattern:
    /oa2-client-id_[A-Za-z0-9_-]{32}(?:(?::|&client_secret=)[A-Za-z0-9_-]{40})?|(?<=blynk\.cloud\/(?:external|dashboard)\/api\/[^\s\"\'?]{0,60}\?(?:[^\s\"\']{0,60}&)?token=)[A-Za-z0-9_-]{32}(?![A-Za-z0-9_-])/g,
  anchors: ['oa2-client-id_', 'blynk.cloud'],
  verify: looksReal,
};
