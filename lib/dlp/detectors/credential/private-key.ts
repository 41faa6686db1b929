import type { Detector } from '../../types.ts';

/**
 * Private keys in PEM armour, as PKCS#1, PKCS#8, SEC 1, OpenSSH and OpenPGP write them. Without its last line, the key ends where its
 * base64 ends.
 * https://www.rfc-editor.org/rfc/rfc7468
 */
export const privateKey: Detector = {
  id: 'private-key',
  title: 'Private key',
  category: 'credential',
  severity: 'critical',
  // A lone hyphen belongs to the armour's header lines, five end it: the next line of hyphens stops every try.
  pattern:
    /-----BEGIN (?:[A-Z0-9]{2,16} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:[A-Za-z0-9+\/=\s\\:,.;()"'>#|*]|-(?!----)){20,40000}(?:-----END (?:[A-Z0-9]{2,16} ){0,3}PRIVATE KEY(?: BLOCK)?-----)?/g,
};
