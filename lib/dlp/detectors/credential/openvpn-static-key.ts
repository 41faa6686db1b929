import type { Detector } from '../../types.ts';

/**
 * Static keys of OpenVPN: hexadecimal lines between their armour.
 * https://openvpn.net/community-resources/reference-manual-for-openvpn-2-6/
 */
export const openvpnStaticKey: Detector = {
  id: 'openvpn-static-key',
  title: 'OpenVPN static key',
  category: 'credential',
  severity: 'critical',
  pattern:
    /-----BEGIN OpenVPN (?:Static key V1|tls-crypt-v2 client key)-----[0-9A-Za-z+\/=\s]{64,4000}(?:-----END OpenVPN [A-Za-z0-9 -]{4,30}-----)?/g,
};
