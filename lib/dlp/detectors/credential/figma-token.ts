import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Personal access tokens of Figma: `figd_` and at least 40 characters.
 * https://www.figma.com/developers/api#access-tokens
 */
export const figmaToken: Detector = {
  id: 'figma-token',
  title: 'Figma token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])fig[dopur]_[A-Za-z0-9_-]{40,80}(?![A-Za-z0-9_-])/g,
  anchors: ['figd_', 'figo_', 'figp_', 'figu_', 'figr_'],
  verify: looksReal,
};
