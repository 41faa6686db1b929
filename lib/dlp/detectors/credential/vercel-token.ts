import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Tokens of Vercel: `vcp_`, `vci_`, `vca_`, `vcr_` or `vck_` and at least 40 characters.
 * https://vercel.com/docs/sign-in-with-vercel/tokens
 */
export const vercelToken: Detector = {
  id: 'vercel-token',
  title: 'Vercel token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])vc[picark]_[A-Za-z0-9]{40,60}(?![A-Za-z0-9_])/g,
  anchors: ['vcp_', 'vci_', 'vca_', 'vcr_', 'vck_'],
  verify: looksReal,
};
