import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of ElevenLabs: `sk_` and 48 hexadecimal characters.
 * https://elevenlabs.io/docs/api-reference/authentication
 */
export const elevenlabsKey: Detector = {
  id: 'elevenlabs-key',
  title: 'ElevenLabs key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])sk_[0-9a-f]{48}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
