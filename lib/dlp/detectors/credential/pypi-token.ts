import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Upload tokens of PyPI: a macaroon whose first part is always the same.
 * https://pypi.org/help/#apitoken
 */
export const pypiToken: Detector = {
  id: 'pypi-token',
  title: 'PyPI token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])pypi-AgE(?:IcHlwaS5vcmc|NdGVzdC5weXBpLm9yZw)[A-Za-z0-9_-]{50,1000}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
