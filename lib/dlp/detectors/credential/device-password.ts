import { isPlaceholder } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

const line = '(?<=(?:^|\\n)[ \\t]{0,16})';
const value = '["\']?(?<secret>[^\\s"\'<>${]{5,255})';

/**
 * Lines of the configuration of network devices, radios and servers that give a password after its directive: Cisco IOS and its kin,
 * SNMP communities, Redis, WPA, PPP, OpenLDAP.
 * https://www.cisco.com/c/en/us/support/docs/security-vpn/remote-authentication-dial-user-service-radius/107614-64.html
 */
export const devicePassword: Detector = {
  id: 'device-password',
  title: 'Password of a device or server',
  category: 'credential',
  severity: 'high',
  pattern: new RegExp(
    `${line}(?:set[ ])?(?:(?:enable|username[ ]\\S{1,64}(?:[ ](?!password|secret)\\S{1,32}){0,4}|neighbor[ ]\\S{1,64}|(?:line[ ])?(?:vty|con)[ ]\\S{1,16}|ppp[ ](?:chap|pap(?:[ ]sent-username[ ]\\S{1,64})?))[ ](?:password|secret)[ ](?:level[ ]\\d{1,2}[ ])?(?:\\d[ ])?|(?:password|secret)[ ][05-9][ ]|snmp-server[ ](?:community|host[ ]\\S{1,64}(?:[ ]version[ ]\\S{1,4})?)[ ]|(?:tacacs-server|radius-server|crypto[ ]isakmp|isakmp)(?:[ ]host[ ]\\S{1,64})?[ ]key[ ](?:\\d[ ])?|(?:wpa-psk|wpa-presharedkey)[ ](?:ascii[ ])?(?:\\d[ ])?|pre-shared-key[ ](?:ascii-text[ ]|local[ ]|remote[ ])?|encrypted-password[ ]|psk[ ]{0,2}=[ ]{0,2}|wpa_psk=|wep_key\\d=|pac[ ]key[ ]\\d[ ]|requirepass[ ]|masterauth[ ]|rootpw[ ]|(?:rocommunity|rwcommunity)6?[ ]|createuser[ ]\\S{1,64}[ ](?:md5|sha)[ ])${value}(?=["']?(?:[\\s;]|$))`,
    'gi',
  ),
  anchors: [
    'password ',
    'secret ',
    'snmp-server',
    '-server',
    'isakmp',
    'wpa-p',
    'pre-shared-key',
    'encrypted-password',
    'psk',
    'wep_key',
    'pac key',
    'requirepass',
    'masterauth',
    'rootpw',
    'community',
    'createuser',
  ],
  verify: (secret, [line]) =>
    !isPlaceholder(secret) &&
    !/[,.]$/.test(secret) &&
    !/^(?:public|private|traps|informs|version|[\d.]+)$/i.test(secret) &&
    // A plain word is one only where a number says how it is written down.
    (/\d|[^\w]/.test(secret) || /[ ]\d[ ]/.test(line) || !/^(?:enable|username|password|secret)/i.test(line)),
};
