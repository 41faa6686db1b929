import { cellsOf, headersOf, pieces } from '../../column.ts';
import type { Detector } from '../../types.ts';

/**
 * Identity, tax and passport numbers in a table whose header says that a column holds them, whatever their format.
 * https://www.rfc-editor.org/rfc/rfc4180
 */
export const identityColumn: Detector = {
  id: 'identity-column',
  title: 'Identity number in a table',
  category: 'identity',
  severity: 'high',
  pattern: pieces,
  anchors: headersOf('identity'),
  confidence: 0.7,
  find: cellsOf('identity'),
};
