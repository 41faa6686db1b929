import type { Detector } from '../../types.ts';

/**
 * Numbers of a person at a health insurance, known by the label before them: their formats differ by insurer.
 * https://www.hhs.gov/hipaa/for-professionals/special-topics/de-identification/index.html
 */
export const healthInsuranceNumber: Detector = {
  id: 'health-insurance-number',
  title: 'Health insurance number',
  category: 'health',
  severity: 'high',
  pattern:
    /(?<![A-Za-z])(?:(?:health|medical|medicaid|medicare)[ _-]?(?:insurance|plan|card|policy)[ _-]?(?:id|number|no\.?|#|policy)|(?:member|subscriber|beneficiary|insurance|policyholder|medicaid)[ _-]?(?:id|number|no\.?|#)|versicherten(?:nummer|[ -]?nr\.?)|krankenversicherungs(?:nummer|[ -]?nr\.?)|krankenkassen(?:nummer|[ -]?nr\.?)|num[eé]ro (?:de mutuelle|d['’]assur[eé]|d['’]adh[eé]rent)|n[uú]mero de (?:afiliado|asegurado|tarjeta sanitaria|benefici[aá]rio)|numero (?:di )?tessera sanitaria|verzekeringsnummer|polisnummer)["'’]?(?:[ \t]{0,3}(?:[:=#]|is|ist|est|es)[ \t]{0,3}|[ \t]{1,3})["'’]?(?<secret>[A-Z]{0,4}[ -]?\d(?:[A-Z0-9]|[ .\/-](?=[A-Z]{0,2}\d)){4,20}[A-Z0-9])(?![\w-]|[.,]\d)/gi,
  anchors: [
    'health', 'medical', 'medica', 'member', 'subscriber', 'beneficiary', 'insurance', 'policyholder', 'versicherten', 'krankenversicherungs',
    'krankenkassen', 'mutuelle', 'assur', 'adh', 'afiliado', 'asegurado', 'tarjeta', 'benefici', 'tessera', 'verzekeringsnummer', 'polisnummer',
  ], // prettier-ignore
  confidence: 0.7,
  verify: (value) => {
    const digits = value.replace(/\D/g, '');
    return digits.length >= 5 && new Set(digits).size > 2 && !'01234567890123456789'.includes(digits);
  },
};
