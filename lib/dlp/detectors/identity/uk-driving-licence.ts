import type { Detector } from '../../types.ts';

/**
 * UK driving licence numbers: five letters of the name, date of birth, initials, check.
 * https://www.gov.uk/government/organisations/driver-and-vehicle-licensing-agency
 */
export const ukDrivingLicence: Detector = {
  id: 'uk-driving-licence',
  title: 'UK driving licence number',
  category: 'identity',
  severity: 'medium',
  pattern:
    /(?<![A-Za-z0-9_-]|\d[.,])(?:(?=[A-Z9]{5})[A-Z]{1,5}9{0,4}\d[0156]\d(?:0[1-9]|[12]\d|3[01])\d[A-Z9]{2}[A-Z0-9][A-Z]{2})(?![A-Za-z0-9_-]|[.,]\d)/gi,
  confidence: 0.6,
  context: ['licence', 'license', 'dvla'],
};
