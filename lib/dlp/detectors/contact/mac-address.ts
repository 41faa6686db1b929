import type { Detector } from '../../types.ts';

/**
 * Hardware addresses of network cards after a word that says so.
 * https://standards.ieee.org/products-programs/regauth/mac/
 */
export const macAddress: Detector = {
  id: 'mac-address',
  title: 'Hardware address',
  category: 'contact',
  severity: 'low',
  pattern:
    /(?<![\w:-])(?:[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4})(?![\w:-])/g,
  confidence: 0.4,
  context: [
    'mac address',
    'mac-address',
    'mac_address',
    'macaddress',
    'hwaddr',
    'mac-adresse',
    'adresse mac',
    'ethernet address',
    'bssid',
  ],
  verify: (address) => new Set(address.replace(/[^0-9A-Fa-f]/g, '')).size > 4 && !/^01[:-]23[:-]45/.test(address),
};
