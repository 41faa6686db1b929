import type { Detector } from '../../types.ts';

/**
 * The three or four digits on a payment card after a word for them.
 * https://www.pcisecuritystandards.org/glossary/
 */
export const cardSecurityCode: Detector = {
  id: 'card-security-code',
  title: 'Card security code',
  category: 'financial',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9])(?:cvv2?|cvc2?|cvn|cid code|card (?:security|verification) (?:code|number|value)|security code|pr(?:ü|ue)fziffer|cryptogramme)["']?[ \t]{0,3}(?:(?:[:=#-]|is|ist|no\.?|number|code)[ \t]{0,3}){0,2}["']?(?<secret>\d{3,4})(?![A-Za-z0-9_.-]|[,]\d)/gi,
  anchors: [
    'cvv',
    'cvc',
    'cvn',
    'cid code',
    'card security',
    'verification',
    'security code',
    'fziffer',
    'cryptogramme',
  ],
  verify: (code) => new Set(code).size > 1 && code !== '1234',
};
