import type { Detector } from '../../types.ts';

/**
 * Numbers of patients' records and health insurances, known by the words before them: their formats differ by hospital.
 * https://www.hhs.gov/hipaa/for-professionals/special-topics/de-identification/index.html
 */
export const medicalRecordNumber: Detector = {
  id: 'medical-record-number',
  title: 'Medical record number',
  category: 'health',
  severity: 'high',
  pattern:
    /(?:\bMRN|medical record (?:number|no\.?|#)|patient[ _-]?(?:id|number|no\.?)|patienten(?:nummer|[ -]?id|[ -]?nr\.?)|fallnummer|fall-nr\.?|chart (?:number|no\.?)|num[eé]ro de dossier|historia cl[ií]nica(?: n[º°.]{1,2})?|cartella clinica(?: n\.)?|prontu[aá]rio|health plan (?:id|number))[\"']?[ \t]{0,3}(?:[:#=]|is|ist|est|es)?[ \t]{0,3}[\"']?(?<secret>[A-Z]{0,4}-?\d{5,12}|\d{2,4}(?:-\d{2,4}){1,3})(?![\w-])/gi,
  anchors: [
    'mrn',
    'medical record',
    'patient',
    'fallnummer',
    'fall-nr',
    'chart n',
    'dossier',
    'historia cl',
    'cartella clinica',
    'prontu',
    'health plan',
  ],
};
