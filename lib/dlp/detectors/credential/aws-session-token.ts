import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Session tokens of AWS: base-64 text with one of two known beginnings.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html
 */
export const awsSessionToken: Detector = {
  id: 'aws-session-token',
  title: 'AWS session token',
  category: 'credential',
  severity: 'critical',
  pattern: /(?<![A-Za-z0-9])(?:FwoGZXIvYXdz|IQoJb3JpZ2luX2Vj)[A-Za-z0-9+\/]{100,2000}={0,2}(?![A-Za-z0-9+\/=])/g,
  verify: looksReal,
};
