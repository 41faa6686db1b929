import type { Detector } from '../../types.ts';

/**
 * Indian GST numbers: state, permanent account number, entity, Z, check.
 * https://www.gst.gov.in/
 */
export const inGstin: Detector = {
  id: 'in-gstin',
  title: 'Indian GST number',
  category: 'identity',
  severity: 'low',
  pattern:
    /(?<![A-Za-z0-9_-]|\d[.,])(?:(?:0[1-9]|[1-3]\d)[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z])(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.6,
  context: ['gst', 'gstin'],
  verify: (value) => Number(value.slice(0, 2)) <= 38,
};
