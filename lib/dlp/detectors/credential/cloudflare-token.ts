import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Scannable API tokens and keys of Cloudflare: account, user and global key, and the origin certificate key.
 * https://developers.cloudflare.com/fundamentals/api/get-started/create-token/
 */
export const cloudflareToken: Detector = {
  id: 'cloudflare-token',
  title: 'Cloudflare token',
  category: 'credential',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9_])(?:cf(?:at|ut|k)_[A-Za-z0-9]{40}[a-f0-9]{8}|v1\.0-[a-f0-9]{20,80}-[a-f0-9]{80,200})(?![A-Za-z0-9_])/g,
  anchors: ['cfat_', 'cfut_', 'cfk_', 'v1.0-'],
  verify: looksReal,
};
