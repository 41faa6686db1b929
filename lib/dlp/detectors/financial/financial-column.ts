import { cellsOf, headersOf, pieces } from '../../column.ts';
import type { Detector } from '../../types.ts';

/**
 * Accounts, cards and salaries of people in a table whose header says that a column holds them.
 * https://www.rfc-editor.org/rfc/rfc4180
 */
export const financialColumn: Detector = {
  id: 'financial-column',
  title: 'Account or salary in a table',
  category: 'financial',
  severity: 'high',
  pattern: pieces,
  anchors: headersOf('financial'),
  confidence: 0.7,
  find: cellsOf('financial'),
};
