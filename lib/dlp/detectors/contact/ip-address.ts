import type { Detector } from '../../types.ts';

/** Networks that lead to nobody: this host, private and link-local networks, documentation, multicast, and the public resolvers. */
const unpersonal =
  /^(?:0|10|127|22[4-9]|23\d|24\d|25\d)\.|^(?:169\.254|192\.168|198\.1[89])\.|^172\.(?:1[6-9]|2\d|3[01])\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^(?:192\.0\.[02]|198\.51\.100|203\.0\.113)\.|^(?:1\.1\.1\.1|1\.0\.0\.1|8\.8\.8\.8|8\.8\.4\.4|9\.9\.9\.9|1\.2\.3\.4)$|^(?:::1?|fe80:|f[cd]|ff|2001:db8:)/i;

/**
 * Internet addresses that a word says to be a person's. Private, reserved and documentation addresses are not findings.
 * https://www.iana.org/assignments/iana-ipv4-special-registry/iana-ipv4-special-registry.xhtml
 */
export const ipAddress: Detector = {
  id: 'ip-address',
  title: 'Internet address',
  category: 'contact',
  severity: 'low',
  pattern:
    /(?<![\w.:\/-])(?:(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)|(?:[0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|(?:[0-9a-fA-F]{1,4}:){1,6}(?::[0-9a-fA-F]{1,4}){1,5})(?![\w:\/-]|\.\d)/g,
  confidence: 0.3,
  context: [
    'my ip',
    'ip address',
    'ip-address',
    'ip_address',
    'ipaddress',
    'client ip',
    'user ip',
    'home ip',
    'ip-adresse',
    'adresse ip',
  ],
  verify: (address) => !unpersonal.test(address),
};
