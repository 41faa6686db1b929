import type { Detector } from '../types.ts';

const announced = /(?:\b(?:tel|phone|call|mobile?|fax|handy|whatsapp|cell|telefon)\w{0,4}[.:]?\s{0,2})$/i;

/**
 * Phone numbers in international notation, and national ones behind a word that announces one.
 * https://www.itu.int/rec/T-REC-E.164
 */
export const phone: Detector = {
  id: 'phone',
  title: 'Phone number',
  category: 'contact',
  severity: 'low',
  pattern:
    /(?<![\w.+=\/-])(?:\+|00)[1-9]\d{0,2}(?:[ ().\/-]{1,2}\d{1,8}){2,6}(?![\w-])|(?<![\w.+=\/-])\+[1-9]\d{7,14}(?![\w-])|(?<![\w.+=\/-])\(?0?\d{2,5}\)?(?:[ .\/-]{1,2}\d{2,5}){1,4}(?![\w-])/g,
  verify: (number, { index, input }) => {
    const digits = number.replace(/\D/g, '');
    const shaped = digits.length >= 8 && digits.length <= 15 && new Set(digits).size > 3;
    return shaped && (/^(?:\+|00)/.test(number) || announced.test(input.slice(Math.max(0, index - 24), index)));
  },
};
