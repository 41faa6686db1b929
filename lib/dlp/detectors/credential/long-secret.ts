import { isRandom } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/** Names of values that are long, look random and are meant to be seen. */
const harmless = /public|cert|integrity|signature|image|img|icon|font|data_?uri|source_?map|hash|keyframe/i;

/** The name of a private key may have the word for a certificate in it, too. */
const saysSecret = /private|secret|passw/i;

/**
 * A secret as long as a key of RSA without its frame, assigned in a file for the environment or in code. It is found whole, however long.
 * https://www.rfc-editor.org/rfc/rfc5958
 */
export const longSecret: Detector = {
  id: 'long-secret',
  title: 'Long secret',
  category: 'credential',
  severity: 'high',
  confidence: 0.75,
  pattern:
    /(?<name>(?:key|secret|token|passw(?:or)?d|credentials?)[\w.-]{0,24})[\\"'`\]]{0,5}[ \t]{0,4}[:=]>?[ \t]{0,4}[\\"'`]{0,4}(?<secret>[A-Za-z0-9+/_-]{256,16000}={0,2})(?![A-Za-z0-9+/_=-])/gi,
  anchors: ['key', 'secret', 'token', 'passw', 'credential'],
  verify(value, { groups = {}, index, input }) {
    const name = `${/[\w.-]{0,32}$/.exec(input.slice(Math.max(0, index - 32), index))?.[0] ?? ''}${groups['name'] ?? ''}`;
    return (saysSecret.test(name) || !harmless.test(name)) && isRandom(value);
  },
};
