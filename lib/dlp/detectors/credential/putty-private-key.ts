import type { Detector } from '../../types.ts';

/**
 * Private keys as PuTTY stores them in PPK files: from the header to the lines under `Private-Lines` and the MAC.
 * https://tartarus.org/~simon/putty-snapshots/htmldoc/AppendixC.html
 */
export const puttyPrivateKey: Detector = {
  id: 'putty-private-key',
  title: 'PuTTY private key',
  category: 'credential',
  severity: 'critical',
  pattern:
    /PuTTY-User-Key-File-[1-3]:[^\n]{2,60}\n(?:[A-Z][A-Za-z0-9-]{2,24}: [^\n]{0,200}\n|[A-Za-z0-9+\/=]{1,80}\r?\n){3,200}?Private-Lines: \d{1,4}\r?\n(?:[A-Za-z0-9+\/=]{1,80}(?:\r?\n|$)){1,100}(?:Private-(?:MAC|Hash): [0-9a-f]{40,64})?/g,
};
