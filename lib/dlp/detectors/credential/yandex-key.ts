import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Keys and tokens of Yandex Cloud and of OAuth of Yandex.
 * https://yandex.cloud/en/docs/iam/concepts/authorization/
 */
export const yandexKey: Detector = {
  id: 'yandex-key',
  title: 'Yandex key',
  category: 'credential',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9])(?:AQVN[A-Za-z0-9_-]{35,38}|YC[A-Za-z0-9_-]{38}|t1\.[A-Z0-9a-z_-]{1,300}={0,2}\.[A-Z0-9a-z_-]{86}={0,2}|y[0-3]_[A-Za-z0-9_-]{54,120})(?![A-Za-z0-9_-])/g,
  anchors: ['aqvn', 'yc', 't1.', 'y0_', 'y1_', 'y2_', 'y3_'],
  verify: looksReal,
};
