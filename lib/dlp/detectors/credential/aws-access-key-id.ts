import type { Detector } from '../../types.ts';

/**
 * AWS access key ids: a four-letter prefix and 16 base-32 characters. Keys that end in EXAMPLE are the documentation's.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
export const awsAccessKeyId: Detector = {
  id: 'aws-access-key-id',
  title: 'AWS access key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z2-7]{16}(?![A-Za-z0-9])/g,
  // The documentation's own keys end so, and those that are made after them have it somewhere.
  verify: (key) => !key.includes('EXAMPLE'),
};
