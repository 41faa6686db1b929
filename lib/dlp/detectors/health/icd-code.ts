import type { Detector } from '../../types.ts';

/**
 * Codes of the international classification of diseases, with their point, near a word for a diagnosis.
 * https://icd.who.int/browse10/2019/en
 */
export const icdCode: Detector = {
  id: 'icd-code',
  title: 'Diagnosis code',
  category: 'health',
  severity: 'medium',
  pattern: /(?<![\w.\/-])[A-TV-Z]\d[0-9AB]\.\d[0-9A-Z]{0,3}(?![\w\/-]|\.\w)/g,
  confidence: 0.4,
  context: ['icd', 'diagnos', 'patient', 'dx', 'befund', 'erkrank'],
};
