import type { Detector } from '../../types.ts';

/**
 * Codes of the international classification of diseases after a word that says so.
 * https://icd.who.int/browse10/2019/en
 */
export const medicalCode: Detector = {
  id: 'medical-code',
  title: 'Diagnosis code',
  category: 'health',
  severity: 'medium',
  pattern:
    /\b(?:icd(?:-?(?:9|10|11))?(?:-?(?:cm|gm|pcs))?|diagnos(?:is|e|tic code)|dx)[ \t]{0,2}(?:codes?)?[ \t]{0,2}[:=#]?[ \t]{0,2}(?<secret>[A-TV-Z]\d[0-9AB](?:\.[0-9A-TV-Z]{1,4})?)(?![\w.]\w)/gi,
  anchors: ['icd', 'diagnos', 'dx'],
};
