import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Personal access tokens of Databricks: `dapi` and 32 hexadecimal digits, at times with a suffix.
 * https://docs.databricks.com/aws/en/dev-tools/auth/pat
 */
export const databricksToken: Detector = {
  id: 'databricks-token',
  title: 'Databricks token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])dapi[a-fA-F0-9]{32}(?:-\d)?(?![A-Za-z0-9])/g,
  verify: looksReal,
};
