import { isSpokenPassword } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

const column = '["`[]?(?:\\w{1,16}_)?(?:password|passwd|passwort|pass|pwd|user_pass)["`\\]]?';
const text = "N?'[^'\\n]{0,200}'";
/** The column stands in this place of the list, and the value in the same place of the first row. */
const inserted = (place: number) =>
  `\\((?:[^,()\\n]{1,64},){${String(place)}}\\s?${column}[ ]?(?:,[^()]{0,300})?\\)\\s{0,8}VALUES\\s{0,8}\\((?:\\s?(?:${text}|[^,'()]{1,40}|[\\w.]{1,30}\\([^()]{0,60}\\)),){${String(place)}}\\s?(?:\\w{2,12}\\(\\s?)?N?'(?<secret${String(place)}>[^'\\n]{4,128})'`;

/**
 * Passwords in the rows of an INSERT, known by the column that they go to.
 * https://www.postgresql.org/docs/current/sql-insert.html
 */
export const sqlPassword: Detector = {
  id: 'sql-password',
  title: 'Password in a database row',
  category: 'credential',
  severity: 'high',
  confidence: 0.8,
  pattern: new RegExp([0, 1, 2, 3, 4, 5, 6].map(inserted).join('|'), 'gi'),
  anchors: ['values'],
  verify: isSpokenPassword,
};
