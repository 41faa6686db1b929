import type { Detector } from '../../types.ts';

/** Numbers that were printed in advertisements: nobody's. */
const printed = ['078-05-1120', '219-09-9999'];

/** Digits that count up or down, as in every example: `123`, `6789`, `9012`. */
function countsOn(digits: string): boolean {
  return '012345678901234'.includes(digits) || '432109876543210'.includes(digits);
}

/**
 * US social security numbers: nine digits in groups, none of them all zero, no area 000, 666 or 900 and up. Known by its hyphens or a
 * word beside it.
 * https://www.ssa.gov/employer/randomization.html
 */
export const usSsn: Detector = {
  id: 'us-ssn',
  title: 'US social security number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![\d.-])(?!000|666|9\d\d)\d{3}[-. ](?!00)\d\d[-. ](?!0000)\d{4}(?![\d-])/g,
  confidence: 0.4,
  alone: true,
  context: ['ssn', 'social security', 'social-security', 'taxpayer'],
  verify: (number) => {
    const groups = number.split(/[ .-]/);
    return !printed.includes(groups.join('-')) && !groups.every(countsOn);
  },
};
