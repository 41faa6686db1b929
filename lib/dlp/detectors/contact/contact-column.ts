import { cellsOf, headersOf, pieces } from '../../column.ts';
import type { Detector } from '../../types.ts';

/**
 * Addresses, numbers and dates of birth of people in a table whose header says that a column holds them.
 * https://www.rfc-editor.org/rfc/rfc4180
 */
export const contactColumn: Detector = {
  id: 'contact-column',
  title: 'Contact data in a table',
  category: 'contact',
  severity: 'low',
  pattern: pieces,
  anchors: headersOf('contact'),
  confidence: 0.7,
  find: cellsOf('contact'),
};
