import { cellsOf, headersOf, pieces } from '../../column.ts';
import type { Detector } from '../../types.ts';

/**
 * Names of people in a table whose header says that a column holds them.
 * https://www.rfc-editor.org/rfc/rfc4180
 */
export const personColumn: Detector = {
  id: 'person-column',
  title: 'Person’s name in a table',
  category: 'person',
  severity: 'low',
  pattern: pieces,
  anchors: headersOf('person'),
  confidence: 0.7,
  find: cellsOf('person'),
};
