import type { Detector } from '../../types.ts';

/**
 * European health insurance cards: 80, country, issuer and serial; twenty digits.
 * https://ec.europa.eu/social/main.jsp?catId=559
 */
export const euHealthCard: Detector = {
  id: 'eu-health-card',
  title: 'European health insurance card number',
  category: 'health',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:80\d{3} ?\d{5} ?\d{10}|80\d{18})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['ehic', 'european health', 'krankenversicherungskarte', 'carte europ', 'tarjeta sanitaria'],
};
