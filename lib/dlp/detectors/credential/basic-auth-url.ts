import { isPlaceholder, isRandom } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * User and password in the authority of a URL, or before a host: `user:password@host`.
 * https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1
 */
export const basicAuthUrl: Detector = {
  id: 'basic-auth-url',
  title: 'Password in an address',
  category: 'credential',
  severity: 'high',
  pattern:
    /:\/\/(?<=[a-z][a-z0-9+.-]:\/\/)(?<also>[^\s:@\/?#\"'<>]{0,64}(?:@[\w.-]{1,64})?):(?<secret>[^\s@\/\"'<>]{3,128}(?:@[^\s@\/\"'<>,:;?=]{1,64}){0,3})@(?:[A-Za-z0-9.\[-]|%2F)[^\s\"'<>]{0,200}|:\/\/(?<=[a-z][a-z0-9+.-]:\/\/)(?<secret3>[A-Za-z0-9_.~-]{16,255})@[\w.-]{3,100}|:(?!\/)(?<=(?<![\w\/.:@%-])(?<also2>[A-Za-z][\w.-]{1,31}):)(?=[^\s@:\/]{0,63}[!#$%^&*?])(?=[^\s@:\/]{0,63}\d)(?<secret2>[^\s@:\/\"'<>,]{6,64})@(?:\d{1,3}(?:\.\d{1,3}){3}|[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})(?!\w)/gi,
  anchors: ['://', '@'],
  verify(secret, { 0: address, groups }) {
    if (groups?.['secret3'] !== undefined) return isRandom(secret);
    return !isPlaceholder(secret) && !/^\d{1,5}[?#]/.test(secret) && !isOfDocuments(secret, address);
  },
};

/** `https://abc:xyz@example.com`, with a host of https://www.rfc-editor.org/rfc/rfc2606 */
function isOfDocuments(secret: string, address: string): boolean {
  return /^(?:[a-z]{1,4}|\d{1,4})$/.test(secret) && /@(?:[\w-]{1,63}\.){0,3}example\.(?:com|net|org)\b/.test(address);
}
