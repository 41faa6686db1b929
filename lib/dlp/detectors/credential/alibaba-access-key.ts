import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Ids of access keys of Alibaba Cloud: `LTAI` and 12 to 20 letters and digits.
 * https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair
 */
export const alibabaAccessKey: Detector = {
  id: 'alibaba-access-key',
  title: 'Alibaba Cloud key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])LTAI[A-Za-z0-9]{12,20}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
