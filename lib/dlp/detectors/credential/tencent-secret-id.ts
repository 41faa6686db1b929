import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Secret ids of Tencent Cloud: `AKID` and 32 letters and digits.
 * https://www.tencentcloud.com/document/product/598/34228
 */
export const tencentSecretId: Detector = {
  id: 'tencent-secret-id',
  title: 'Tencent Cloud key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])AKID[A-Za-z0-9]{32}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
