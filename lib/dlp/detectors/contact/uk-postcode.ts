import type { Detector } from '../../types.ts';

/**
 * UK postcodes: area, district, sector, unit.
 * https://www.gov.uk/government/publications/bulk-data-transfer-for-sponsors-xml-schema
 */
export const ukPostcode: Detector = {
  id: 'uk-postcode',
  title: 'UK postcode',
  category: 'contact',
  severity: 'low',
  pattern:
    /(?<![A-Za-z0-9_-]|\d[.,])(?:(?:[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRVWXY])|GIR) ?\d[ABD-HJLNP-UW-Z]{2})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  alone: true,
  context: ['postcode', 'post code'],
};
