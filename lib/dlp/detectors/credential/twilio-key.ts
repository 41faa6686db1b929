import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of Twilio: `SK` and 32 hexadecimal digits. An account id (`AC`) is no secret.
 * https://www.twilio.com/docs/iam/api-keys
 */
export const twilioKey: Detector = {
  id: 'twilio-key',
  title: 'Twilio key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])SK[a-f0-9]{32}(?![A-Za-z0-9])/g,
  verify: looksReal,
};
