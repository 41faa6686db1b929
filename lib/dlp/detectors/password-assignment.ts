import { isPasswordLike } from '../placeholder.ts';
import type { Detector } from '../types.ts';

/**
 * Passwords and secrets that are assigned in code, configuration, command lines or a sentence. The value must not be a placeholder, a
 * variable or a call.
 * https://cwe.mitre.org/data/definitions/798.html
 */
export const passwordAssignment: Detector = {
  id: 'password-assignment',
  title: 'Password',
  category: 'credential',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9[])[A-Za-z0-9_.-]{0,40}?(?:password|passwd|passphrase|passwort|kennwort|pwd|secret|api[_-]?key|auth[_-]?token|access[_-]?token)(?:[_-][A-Za-z0-9_-]{1,24})?[\"'`\]]{0,2}[ \t]{0,4}(?::|=|:=|=>|[ \t]is[ \t:])[ \t]{0,4}(?:\"(?<secret>[^\"\n]{4,128})\"|'(?<secret2>[^'\n]{4,128})'|`(?<secret3>[^`\n]{4,128})`|(?<secret4>[^\s\"'`,;)\]}]{6,128}))/gi,
  anchors: [
    'passw',
    'passphrase',
    'kennwort',
    'pwd',
    'secret',
    'api_key',
    'api-key',
    'apikey',
    'auth_token',
    'auth-token',
    'authtoken',
    'access_token',
    'access-token',
    'accesstoken',
  ],
  verify: (_whole, { groups }) => {
    const quoted = groups?.['secret'] ?? groups?.['secret2'] ?? groups?.['secret3'];
    return isPasswordLike(quoted ?? groups?.['secret4'] ?? '', quoted !== undefined);
  },
};
