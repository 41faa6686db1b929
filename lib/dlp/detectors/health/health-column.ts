import { cellsOf, headersOf, pieces } from '../../column.ts';
import type { Detector } from '../../types.ts';

/**
 * Diagnoses and numbers of patients in a table whose header says that a column holds them.
 * https://www.rfc-editor.org/rfc/rfc4180
 */
export const healthColumn: Detector = {
  id: 'health-column',
  title: 'Health data in a table',
  category: 'health',
  severity: 'high',
  pattern: pieces,
  anchors: headersOf('health'),
  confidence: 0.7,
  find: cellsOf('health'),
};
