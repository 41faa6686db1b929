import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Keys of Prefect Cloud, of a user or a bot.
 * https://docs.prefect.io/v3/how-to-guides/cloud/manage-users/api-keys
 */
export const prefectToken: Detector = {
  id: 'prefect-token',
  title: 'Prefect token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])pn[ub]_[A-Za-z0-9]{36}(?![A-Za-z0-9_-])/g,
  anchors: ['pnu_', 'pnb_'],
  verify: looksReal,
};
