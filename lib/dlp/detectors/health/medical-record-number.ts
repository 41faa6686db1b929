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
    /(?:\bMRN|medical record (?:number|no\.?|#)|patient (?:id|number|no\.?)|patientennummer|fallnummer|health plan (?:id|number))[\"']?[ \t]{0,3}[:#=]?[ \t]{0,3}[\"']?(?<secret>[A-Z]{0,3}-?\d{5,12})(?![\w-])/gi,
  anchors: ['mrn', 'medical record', 'patient', 'fallnummer', 'health plan'],
};
