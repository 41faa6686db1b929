import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Secret keys of ClickHouse Cloud: `4b1d` and 38 letters and digits.
 * https://clickhouse.com/docs/cloud/manage/openapi
 */
export const clickhouseKey: Detector = {
  id: 'clickhouse-key',
  title: 'ClickHouse Cloud key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])4b1d[A-Za-z0-9]{38}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
