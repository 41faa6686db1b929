import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of Baidu AI Cloud.
 * https://cloud.baidu.com/doc/IAM/index.html
 */
export const baiduApiKey: Detector = {
  id: 'baidu-api-key',
  title: 'Baidu Cloud key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])bce-v3\/ALTAK-[A-Za-z0-9]{21}\/[0-9a-f]{40}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
