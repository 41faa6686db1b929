import type { Detector } from '../../types.ts';

/**
 * The synthetic secret of the self test: it runs through every gate and means nothing to anybody.
 * https://www.rfc-editor.org/rfc/rfc9562 (its 32 digits are a random UUID)
 */
export const sluiceCanary: Detector = {
  id: 'sluice-canary',
  title: 'Self-test',
  category: 'credential',
  severity: 'low',
  pattern: /SLUICE-CANARY-[0-9a-f]{32}(?![0-9a-f])/g,
};
