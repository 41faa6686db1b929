import type { Detector } from '../../types.ts';

/**
 * Japanese driving licences: twelve digits, commission, year, serial, check.
 * https://www.npa.go.jp/
 */
export const jpDrivingLicence: Detector = {
  id: 'jp-driving-licence',
  title: 'Japanese driving licence number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:(?:[1-9]\d)\d{10})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['免許証', '運転免許', 'japanese licen'],
  verify: (value) => new Set(value).size > 3,
};
