import { isPlaceholder } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/** Options of one command, on its line. */
const within = '(?=[ \\t])[^\\n|;]{0,200}?[ \\t]';
const value = (group: string) => `["']?(?<${group}>[^\\s"'$%<>-][^\\s"'<>]{3,127})`;

/**
 * Commands whose password has an option of its own: remote desktops, directories, archives, keystores, databases, SNMP. And the two
 * that read it from a pipe.
 * https://man7.org/linux/man-pages/man8/chpasswd.8.html
 */
export const toolPassword: Detector = {
  id: 'tool-password',
  title: 'Password given to a tool',
  category: 'credential',
  severity: 'high',
  pattern: new RegExp(
    '(?<![\\w-])(?:' +
      [
        // The user may stand before or after the password.
        `(?:xfreerdp3?|wfreerdp|mstsc|runas|cmdkey|net[ ]use|schtasks|wmic|sqlplus)${within}\\/p(?:ass(?:word)?)?:${value('secret')}`,
        `net[ ]use[ ](?:[a-z*]:?[ ])?\\\\\\\\[^\\s]{2,100}[ ]${value('secret2')}[ ]\\/user:(?<also2>\\S{1,64})`,
        `(?:rdesktop|mongo(?:sh|dump|restore|import|export)?|cqlsh|nxc|crackmapexec|evil-winrm|oc[ ]login|cf[ ]login|az[ ]login|podman[ ]login|helm[ ]registry[ ]login|influx|clickhouse-client|ipmitool|sshpass|smbmap|ncftp(?:get|put)?)${within}(?:-u|-U)[ =]?["']?(?<also3>[^\\s"']{1,64})["']?[ ](?:[^\\n|;]{0,100}?[ ])?(?:-p|-P)[ ]?${value('secret3')}`,
        `(?:ldapsearch|ldapadd|ldapmodify|ldapdelete|ldappasswd|ldapwhoami)${within}-w[ ]?${value('secret4')}`,
        `(?:sqlcmd|bcp|osql|isql|zip|unzip|lftp|pgloader)${within}-P[ ]?${value('secret5')}`,
        `(?:7z|7za|rar|unrar)[ ][axelt][ ](?:[^\\n|;]{0,160}?[ ])?-h?p${value('secret6')}`,
        `(?:plink|pscp|putty|psftp)(?:\\.exe)?${within}-pw[ ]${value('secret7')}`,
        `openssl[ ](?:enc|aes)[^\\n|;]{0,200}?[ ]-k[ ]${value('secret8')}`,
        `-(?:pass(?:in|out|wd)?[ ]pass:|(?:src|dest|new|trust|key)?(?:store|key)pass(?:word)?[ =])${value('secret9')}`,
        `snmp(?:get|walk|set|bulkwalk|trap)${within}-A[ ]?${value('secret10')}`,
        `(?:useradd|usermod|htpasswd[ ]-[a-z]{0,5}b[a-z]{0,5})[ ](?:[^\\n|;]{0,100}?[ ])?(?:-p[ ]|\\S{1,100}[ ](?:\\S{1,64}[ ])?)${value('secret11')}`,
        `(?:echo|printf)[ ](?:-n[ ])?["']?(?:[\\w.-]{1,32}:)?${value('secret12')}["']?[ ]{0,2}\\|[ ]{0,2}(?:sudo[ ](?:-\\S{1,20}[ ]){0,3})?(?:chpasswd|sudo[ ]-[a-zA-Z]{0,4}S|passwd[ ]--stdin|vncpasswd|gpg|cryptsetup|docker[ ]login|helm[ ]registry|kinit)`,
        `(?:smbclient|smbmap|rpcclient|winexe|wmis|net[ ]rpc)${within}(?:-U|--user)[ =]?["']?(?<also13>[^\\s"'%]{1,64})%${value('secret13')}`,
        `(?:impacket-[a-z]{3,20}|(?:psexec|wmiexec|smbexec|atexec|secretsdump|getuserspns|getnpusers|mssqlclient)\\.py)${within}["']?(?<also14>[\\w.-]{0,64}\\/?[\\w.-]{1,64}):${value('secret14')}`,
        `sqlplus[ ](?:-[a-z]{1,8}[ ]){0,3}["']?(?<also15>[A-Za-z]\\w{0,30})\\/["']?(?<secret15>[^\\s"'@\\/$&<]{4,64})(?=["']?@|[ ]|["']?$)`,
        `ansible-vault[ ]encrypt_string[ ](?:--?\\S{1,40}[ ]){0,4}${value('secret17')}`,
        `vault[ ]login[ ](?:-\\S{1,40}[ ]){0,3}${value('secret18')}`,
        `https?[ ](?:-a|--auth)[ =]["']?(?<also19>[\\w.@-]{1,64}):${value('secret19')}`,
        `(?:lftp|ncftp)[ ]-u[ ]?["']?(?<also20>[\\w.@-]{1,64}),${value('secret20')}`,
        `(?:vncpasswd|x11vnc)[^\\n|;]{0,100}?[ ]-passwd[ ]${value('secret21')}`,
        `rabbitmqctl[ ](?:add_user|change_password)[ ](?<also22>\\S{1,64})[ ]${value('secret22')}`,
        `(?:sp_addlogin|sp_password|db\\.auth)[ (]{1,2}["'](?<also23>[^"'\\n]{1,64})["'],[ ]?["'](?<secret23>[^"'\\s]{4,64})["']`,
        `ACL[ ]SETUSER[ ](?<also24>\\S{1,64})[ ][^\\n>]{0,60}>(?<secret24>[^\\s"'$<>]{4,128})`,
        `(?:assword|assphrase)[^\\n]{0,20}["'}];?\\s{0,16}send[ ](?:--[ ])?["'](?<secret25>[^"'\\n$\\\\]{4,64})\\\\[rn]`,
        `wpa_passphrase[ ]["']?[^\\s"']{1,32}["']?[ ]${value('secret16')}`,
      ].join('|') +
      ')',
    'gi',
  ),
  anchors: [
    'freerdp', 'mstsc', 'runas', 'cmdkey', 'net use', 'schtasks', 'wmic', 'sqlplus', 'rdesktop', 'mongo', 'cqlsh', 'nxc ', 'crackmap',
    'winrm', 'oc login', 'cf login', 'az login', 'podman login', 'helm registry', 'influx', 'clickhouse-c', 'ipmitool', 'sshpass',
    'smbmap', 'ncftp', 'ldap', 'sqlcmd', 'bcp ', 'osql', 'isql', 'zip ', 'lftp', 'pgloader', '7z', 'rar ', 'plink', 'pscp', 'putty',
    'psftp', 'openssl', 'pass:', 'storepass', 'keypass', 'snmp', 'useradd', 'usermod', 'htpasswd', 'chpasswd', 'sudo -', 'passwd --',
    '| gpg', 'cryptsetup', 'docker login', 'kinit', 'smbclient', 'rpcclient', 'winexe', 'wmis', 'net rpc', 'impacket', '.py', 'wpa_pass', 'ansible-vault', 'vault login', 'http -', 'https -', 'http --auth', 'vncpasswd', 'x11vnc', 'rabbitmqctl', 'sp_', 'db.auth', 'acl setuser', 'assword', 'assphrase',
  ], // prettier-ignore
  verify: (secret) => !isPlaceholder(secret),
};
