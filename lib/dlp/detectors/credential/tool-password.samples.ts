import type { Samples } from '../../types.ts';

const value = ['Marmot', '77', 'x'].join('');
export default {
  hits: [
    `xfreerdp /u:carol /p:${value} /v:host`,
    `net use z: \\\\srv\\share ${value} /user:corp\\carol`,
    `rdesktop -u carol -p ${value} host`,
    `mongosh -u carol -p ${value} --authenticationDatabase admin`,
    `ldapsearch -x -D cn=admin -w ${value} -b dc=corp`,
    `sqlcmd -S db -U sa -P ${value}`,
    `7z a -p${value} out.7z file`,
    `plink -ssh carol@host -pw ${value}`,
    `openssl enc -aes-256-cbc -k ${value} -in a`,
    `openssl rsa -passin pass:${value} -in key`,
    `keytool -list -storepass ${value}`,
    `snmpwalk -v3 -u carol -A ${value} host`,
    `htpasswd -cb file carol ${value}`,
    `echo 'carol:${value}' | sudo chpasswd`,
    `echo "${value}" | sudo -S true`,
    `smbclient //srv/share -U carol%${value}`,
    `psexec.py corp/carol:${value}@host`,
    `sqlplus carol/${value}@orcl`,
    `wpa_passphrase home ${value}`,
  ],
  misses: [
    'xfreerdp /u:carol /p:$PASS /v:host',
    'zip -P <password> out.zip file',
    'openssl rsa -passin pass:$PASS',
    'echo "$PASS" | sudo -S true',
    'sqlplus / as sysdba',
    'mkdir -p some/long/path4you',
    'cp -p file1234 other',
    'keytool -storepass changeit',
  ],
} satisfies Samples;
