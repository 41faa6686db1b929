import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API and personal tokens of Axiom.
 * https://axiom.co/docs/reference/tokens
 */
export const axiomToken: Detector = {
  id: 'axiom-token',
  title: 'Axiom token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])xa(?:at|pt)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![A-Za-z0-9_-])/g,
  anchors: ['xaat-', 'xapt-'],
  verify: looksReal,
};
