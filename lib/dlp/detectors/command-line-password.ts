import { isPlaceholder } from '../placeholder.ts';
import type { Detector } from '../types.ts';

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
    /(?<![\w-])(?:curl[ \t][^\n]{0,200}?(?:-u|--user)[ =]{0,3}["']?[^\s:"'$<]{1,64}:(?<secret>[^\s"']{3,128})|(?:mysql|mysqldump|mysqladmin|mariadb)(?=[ \t])[^\n]{0,200}?[ \t]-p["']?(?<secret2>[^\s"'-][^\s"']{3,127})|(?:sshpass|psexec(?:\.exe)?|smbclient|docker login)(?=[ \t])[^\n]{0,200}?[ \t]-p[ ]?["']?(?<secret3>[^\s"'-][^\s"']{3,127})|--(?:[a-z-]{0,20}-)?(?:password|passwd|pass|token|secret|api-key)[ ]["']?(?<secret4>[^\s"'-][^\s"']{5,127}))/gi,
  anchors: ['curl', 'sshpass', 'mysql', 'mariadb', 'psexec', 'smbclient', 'docker login', '--'],
  verify: (secret, { groups }) =>
    !isPlaceholder(secret) && (groups?.['secret4'] === undefined || /\d|[!@#%^&*?]/.test(secret)),
};
