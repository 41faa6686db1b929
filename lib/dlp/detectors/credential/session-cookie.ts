import { isRandom } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Cookies that hold a session, in a request or a response.
 * https://www.rfc-editor.org/rfc/rfc6265
 */
export const sessionCookie: Detector = {
  id: 'session-cookie',
  title: 'Session cookie',
  category: 'credential',
  severity: 'medium',
  pattern:
    /cookie[\"\']?[ ]?[:=][ ]?[\"\']?(?:[^\n\"\']{0,300}?[; ])?[\w.-]{0,24}?(?:sess(?:ion)?(?:_?id)?|sid|auth|token|jwt|remember_me|csrftoken)=(?<secret>[A-Za-z0-9%._~+\/:-]{16,1024}={0,2})(?=[;\s\"\']|$)/gi,
  anchors: ['cookie'],
  verify: isRandom,
};
