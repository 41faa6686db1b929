import type { Detector } from '../../types.ts';

/**
 * National phone numbers with a trunk prefix, known by a word before them or by filling their line.
 * https://www.itu.int/oth/T0202.aspx
 */
export const nationalPhone: Detector = {
  id: 'national-phone',
  title: 'Phone number',
  category: 'contact',
  severity: 'low',
  pattern:
    /(?<![\w.+=\/-])(?:0[ -]?(?:\(\d{2,4}\)|\d{2,4})(?:[ .-]?\d{2,4}){2,4}|0\d-\d{7}|[2-9]\d\d[ .-]\d{3}[ .-]\d\d[ .-]\d\d|1[3-9]\d{9}|[2-9]\d{9})(?![\w-])/g,
  confidence: 0.4,
  alone: true,
  context: ['phone', 'mobile', 'tel', 'telefon', 'cell', 'cep', 'gsm', 'call', 'number is', 'whatsapp', 'contact'],
  verify: (number) => /^\d{9,12}$/.test(number.replace(/\D/g, '')) && new Set(number.replace(/\D/g, '')).size > 2,
};
