import { digitsOf, passesLuhn } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * US national provider identifiers: ten digits, Luhn over them after the prefix 80840.
 * https://www.cms.gov/regulations-and-guidance/administrative-simplification/nationalprovidentstand
 */
export const usNpi: Detector = {
  id: 'us-npi',
  title: 'US provider number',
  category: 'health',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[12](?:\d{9}|\d{3}[- ]\d{3}[- ]\d{3}))(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  alone: true,
  context: ['npi', 'provider'],
  verify: (value) => passesLuhn(`80840${digitsOf(value)}`) && new Set(digitsOf(value)).size > 2,
};
