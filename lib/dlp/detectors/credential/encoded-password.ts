import { isPlaceholder } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/** What is chosen as a password: one word of signs that need no quoting. */
const oneWord = /^[\w.@!#$%^&*+?~-]{8,64}$/;
/** The name of a field rather than what it holds. */
const fieldName =
  /^(?:my|the|app|client|user|db|api|admin|root|shared|new|old|get|set|is|has|no)?[._-]?(?:secret|passw(?:or)?d)s?(?:[._-]?(?:key|id|name|value|access|access[._-]?key|hash|file|path|reset|field|type|ref|store|manager))?$/i;

/**
 * A word that calls itself a secret or a password and was turned into base64: the data of a Kubernetes secret, alone.
 * https://kubernetes.io/docs/concepts/configuration/secret/
 */
export const encodedPassword: Detector = {
  id: 'encoded-password',
  title: 'Encoded password',
  category: 'credential',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9+/=_.-])[A-Za-z0-9+/]{12,88}={0,2}(?![A-Za-z0-9+/=_.-])/g,
  // The bits of `secret`, `passw` and of both with a capital, at each of the three places at which they may begin.
  anchors: [
    ...['c2vjcmv0', 'u2vjcmv0', 'nly3jld', 'zzwnyzx', 'tzwnyzx'],
    ...['cgfzc3', 'ugfzc3', 'bhc3n3', 'wyxnzd', 'qyxnzd'],
  ],
  verify(value) {
    const bare = value.replace(/=+$/, '');
    if (bare.length % 4 === 1) return false;
    const word = atob(bare);
    return /secret|passw/i.test(word) && oneWord.test(word) && !fieldName.test(word) && !isPlaceholder(word);
  },
};
