import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Personal and OAuth tokens of Lichess.
 * https://lichess.org/api#section/Introduction/Authentication
 */
export const lichessToken: Detector = {
  id: 'lichess-token',
  title: 'Lichess token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])li[pou]_[A-Za-z0-9]{20}(?![A-Za-z0-9_-])/g,
  anchors: ['lip_', 'lio_', 'liu_'],
  verify: looksReal,
};
