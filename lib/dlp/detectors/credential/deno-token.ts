import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Personal and organisation tokens of Deno Deploy.
 * https://docs.deno.com/deploy/
 */
export const denoToken: Detector = {
  id: 'deno-token',
  title: 'Deno Deploy token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])dd[po]_[A-Za-z0-9]{36}(?![A-Za-z0-9_-])/g,
  anchors: ['ddp_', 'ddo_'],
  verify: looksReal,
};
