import type { Detector } from '../../types.ts';

/**
 * Entries of `.netrc`: machine, login and password, on one line or several.
 * https://everything.curl.dev/usingcurl/netrc.html
 */
export const netrcEntry: Detector = {
  id: 'netrc-entry',
  title: 'Entry of a .netrc file',
  category: 'credential',
  severity: 'high',
  pattern:
    /(?<![\w-])(?:machine[ \t]{1,4}[\w.:-]{2,100}|default)\s{1,16}login\s{1,4}[^\s$<{]{1,100}\s{1,16}password\s{1,4}[^\s$<{][^\s<]{2,200}/g,
  anchors: ['machine', 'default'],
};
