import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Long-lived API keys of Amazon Bedrock: `ABSK` and base64 of at least 109 characters.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html
 */
export const awsBedrockKey: Detector = {
  id: 'aws-bedrock-key',
  title: 'AWS Bedrock key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])ABSK[A-Za-z0-9+\/]{109,269}={0,2}(?![A-Za-z0-9+\/=])/g,
  verify: looksReal,
};
