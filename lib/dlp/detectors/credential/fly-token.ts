import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Access tokens of Fly.io: a versioned prefix and a macaroon.
 * https://fly.io/docs/security/tokens/
 */
export const flyToken: Detector = {
  id: 'fly-token',
  title: 'Fly.io token',
  category: 'credential',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9_])(?:fo1_[A-Za-z0-9_-]{43}|fm[12][ar]?_[A-Za-z0-9+\/]{100,2000}={0,2})(?![A-Za-z0-9_+\/=-])/g,
  anchors: ['fo1_', 'fm1_', 'fm2_', 'fm1a_', 'fm1r_', 'fm2a_', 'fm2r_'],
  verify: looksReal,
};
