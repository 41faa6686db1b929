import { isMonthAndDay, passesLuhn } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * South African identity numbers: date of birth, serial, citizenship, Luhn.
 * https://www.dha.gov.za/
 */
export const zaId: Detector = {
  id: 'za-id',
  title: 'South African identity number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{13})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  alone: true,
  context: ['south african', 'rsa id', 'id number', 'sa id', 'resident'],
  verify: (value) =>
    passesLuhn(value) && isMonthAndDay(value.slice(2, 4), value.slice(4, 6)) && new Set(value).size > 3,
};
