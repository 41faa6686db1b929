import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Integration tokens of Notion: `ntn_` and 46 characters, before 2024 `secret_` and 43.
 * https://developers.notion.com/docs/authorization
 */
export const notionToken: Detector = {
  id: 'notion-token',
  title: 'Notion token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])(?:ntn_[A-Za-z0-9]{46}|secret_[A-Za-z0-9]{43})(?![A-Za-z0-9_])/g,
  anchors: ['ntn_', 'secret_'],
  verify: looksReal,
};
