import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of Fireworks AI.
 * https://docs.fireworks.ai/tools-sdks/firectl/commands/create-api-key
 */
export const fireworksKey: Detector = {
  id: 'fireworks-key',
  title: 'Fireworks key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])fw_[A-Za-z0-9]{24}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
