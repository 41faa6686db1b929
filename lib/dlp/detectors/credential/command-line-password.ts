import { isJumbled, isPlaceholder, isStatedPassword } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Passwords given to a command: `curl -u user:…`, `mysql -p…`, `--password …`.
 * https://curl.se/docs/manpage.html#-u
 */
export const commandLinePassword: Detector = {
  id: 'command-line-password',
  title: 'Password in a command',
  category: 'credential',
  severity: 'high',
  pattern:
    /(?<![\w-])(?:curl(?=[ \t])(?:[^\n\\]|\\[^]){0,300}?[ \t](?:-u|--user|-U|--proxy-user)[ =]{0,3}["']?(?<also>[^\s:"'$<]{0,64})["']?:["']?(?<secret>[^\s"'$][^\s"']{2,511})|curl(?=[ \t])(?:[^\n\\]|\\[^]){0,300}?[ \t](?:-u|--user)[ =]{0,3}["']?(?<secret5>[^\s:"'$<]{8,128}):["'](?=\s|$)|(?:mysql|mysqldump|mysqladmin|mariadb)(?=[ \t])[^\n]{0,200}?[ \t]-p["']?(?<secret2>[^\s"'-][^\s"']{3,511})|(?:sshpass|psexec(?:\.exe)?|smbclient|docker login)(?=[ \t])(?:[^\n]{0,200}?[ \t]-u[ ](?<also3>\S{1,64}))?[^\n]{0,200}?[ \t]-p[ ]?["']?(?<secret3>[^\s"'-][^\s"']{3,511})|--?(?:[a-z-]{0,20}-)?(?:(?:tls)?password|passwd|passphrase|(?:require)?pass|pwd|token|secret|api-key)(?:[ =]["']?|["'],[ ]?["'])(?<secret4>[^\s"'-][^\s"']{5,511})|redis-cli(?=[ \t])[^\n]{0,200}?[ \t]-a[ ]{1,2}["']?(?<secret6>[^\s"'-][^\s"']{3,511})|connect-viserver(?=[ \t])[^\n]{0,160}?-user[ ](?<also11>\S{1,64})[ ]-password[ ]["']?(?<secret11>[^\s"'$][^\s"']{3,127})|net[ ]user[ ][^\s\/]{1,64}[ ](?<secret7>[^\s\/*][^\s]{3,127})[ ]\/|IDENTIFIED[ ](?:WITH[ ][a-z0-9_]{1,40}[ ])?BY[ ]{1,2}(?:(?:PASSWORD[ ])?["'](?<secret8>[^"'\n]{4,128})["']|(?<secret13>[^\s"'`;(){}<>\\]{6,64})(?=[\s;"')\\]|$))|ConvertTo-SecureString[ ](?:-(?:String|Force|AsPlainText)[ ]){0,3}(?:\\?["'](?<secret9>[^"'\n\\]{4,128})\\?["']|(?<secret12>[^\s"'$()-][^\s"')]{5,64})(?=[ ]-AsPlain|(?<=-Force[ ]\S{5,64})(?:\s|$)))|(?:ENV|setx)[ ][A-Z0-9_]{0,40}(?:PASSWORD|PASSWD|SECRET|TOKEN)[ ]["']?(?<secret10>[^\s"']{6,256}))/gi,
  anchors: [
    'curl',
    'sshpass',
    'mysql',
    'mariadb',
    'psexec',
    'smbclient',
    'docker login',
    '-pass',
    '-tlspass',
    '-requirepass',
    '-pwd',
    '-token',
    '-secret',
    '-api-key',
    'redis-cli',
    'net user',
    'connect-viserver',
    'identified',
    'securestring',
    'env ',
    'setx ',
  ],
  verify: (secret, { groups }) =>
    !isPlaceholder(secret) &&
    (groups?.['secret13'] === undefined || isStatedPassword(secret)) &&
    ((groups?.['secret4'] ?? groups?.['secret5']) === undefined || /\d|[!@#%^&*?]/.test(secret) || isJumbled(secret)),
};
