import type { Detector } from '../../types.ts';

/**
 * UK national insurance numbers: two letters, six digits, a suffix A to D; some prefixes are never given.
 * https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110
 */
export const ukNino: Detector = {
  id: 'uk-nino',
  title: 'UK national insurance number',
  category: 'identity',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ ]?\d\d[ ]?\d\d[ ]?\d\d[ ]?[A-D](?![A-Za-z0-9])/gi,
  confidence: 0.45,
  alone: true,
  context: ['national insurance', 'ni number', 'nino', 'ni no'],
};
