import type { Detector } from '../../types.ts';

/**
 * JSON Web Tokens in compact form: three base64url parts, the first two of which are JSON objects. The third is empty where a token is not
 * secured (section 6).
 * https://www.rfc-editor.org/rfc/rfc7519
 */
export const jwt: Detector = {
  id: 'jwt',
  title: 'JSON Web Token',
  category: 'credential',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9_.-])eyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,8000}\.(?:[A-Za-z0-9_-]{16,2000}(?![A-Za-z0-9_-]|\.[A-Za-z0-9_-])|(?=["'`\s;,)\\<&\]}]|$))/g,
  anchors: ['eyj'],
};
