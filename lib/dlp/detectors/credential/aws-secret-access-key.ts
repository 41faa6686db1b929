import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * AWS secret access keys: 40 base-64 characters, known by the name they are assigned to.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
 */
export const awsSecretAccessKey: Detector = {
  id: 'aws-secret-access-key',
  title: 'AWS secret access key',
  category: 'credential',
  severity: 'critical',
  pattern:
    /(?:secret_?access_?key|aws_?secret(?:_?key)?|secretAccessKey)[\\"'`]{0,4}[ \t]{0,4}(?::|=|=>)[ \t]{0,4}[\\"'`]{0,4}(?<secret>[A-Za-z0-9+/]{40})(?![A-Za-z0-9+/=])/gi,
  verify: looksReal,
};
