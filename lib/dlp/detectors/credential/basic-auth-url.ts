import { isPlaceholder } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * User and password in the authority of a URL.
 * https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1
 */
export const basicAuthUrl: Detector = {
  id: 'basic-auth-url',
  title: 'Password in an address',
  category: 'credential',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9+.-])[a-z][a-z0-9+.-]{1,20}:\/\/(?<also>[^\s:@\/?#\"'<>]{0,64}):(?<secret>[^\s@\/?#\"'<>]{3,128})@[A-Za-z0-9.\[-][^\s\"'<>]{0,200}/gi,
  anchors: ['://'],
  verify: (secret) => !isPlaceholder(secret),
};
