import type { Detector } from '../../types.ts';

const unpersonal =
  /@(?:[a-z0-9-]+\.)*(?:example(?:\.(?:com|org|net))?|test|invalid|localhost)$|^(?:git|no-?reply|donotreply|user|username|name|email|foo|test|someone|you)@|@[12]x\./i;

/**
 * E-mail addresses as people write them. Addresses of reserved example domains, of no-reply senders and of version control are not
 * findings.
 * https://www.rfc-editor.org/rfc/rfc5322#section-3.4.1
 */
export const email: Detector = {
  id: 'email',
  title: 'E-mail address',
  category: 'contact',
  severity: 'low',
  pattern:
    /(?<![A-Za-z0-9._%+\/:@-])[A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,62}[A-Za-z0-9_+-])?@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,30}[A-Za-z0-9])?\.){1,4}(?:[A-Za-z]{2,12}|xn--[A-Za-z0-9-]{2,30})(?![A-Za-z0-9@-])/g,
  anchors: ['@'],
  verify: (address) => !unpersonal.test(address),
};
