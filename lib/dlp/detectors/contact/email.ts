import type { Detector } from '../../types.ts';

const unpersonal =
  /@(?:[a-z0-9-]+\.)*(?:example(?:\.(?:com|org|net))?|test|invalid|localhost|noreply\.[a-z0-9.-]+)$|^(?:git|[a-z0-9.+_-]{0,30}no[._-]?reply[a-z0-9.+_-]{0,20}|do[._-]?not[._-]?reply|mailer-daemon|postmaster|hostmaster|webmaster|abuse|security|root|notifications?|bounces?|user|username|name|email|foo|test|someone|you)@|@[12]x\./i;

/** A line that says who wrote or owns published work: its address was published with it. */
const attribution =
  /(?:copyright|©|\(c\)|@author|author["']?[ ]?:[ ]?["']|__author__|maintainer|written by|licen[cs]ed?)[^\n]{0,80}$|"(?:author|maintainers|contributors)" ?: ?[[{][^\]}]{0,150}$/i;

/**
 * E-mail addresses as people write them. Addresses of reserved example domains, of no-reply senders and of version control, and
 * those beside a copyright or an author's mark are not findings.
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
  verify: (address, { index, input }) =>
    !unpersonal.test(address) && !attribution.test(input.slice(Math.max(0, index - 180), index)),
};
