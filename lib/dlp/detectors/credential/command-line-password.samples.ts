import type { Samples } from '../../types.ts';

const password = ['tr0ub4', 'dor', '-9x'].join('');
export default {
  hits: [
    `curl -s -u admin:${password} https://api.corp.test/`,
    `curl https://api.corp.test/ \\\n  -d x \\\n  -u admin:${password}`,
    `curl --user carol:'${password}' -X PATCH`,
    `curl -u "${password}:" https://api.corp.test/`,
    `CREATE USER 'bob'@'%' IDENTIFIED BY '${password}';`,
    `redis-cli -h cache -a ${password}`,
    `ConvertTo-SecureString "${password}" -AsPlainText -Force`,
    `net user bob ${password} /add`,
    `New-Thing -Password ${password}`,
    `ENV DB_PASSWORD ${password}`,
    `mysql -h db -u app -p${password} shop`,
    `sshpass -p '${password}' ssh host`,
    `tool login --password ${password}`,
    `wget --http-password=${password} https://corp.test/`,
    `curl --proxy-user bob:${password} https://corp.test/`,
    `curl --tlspassword ${password} https://corp.test/`,
    `ALTER USER bob IDENTIFIED BY ${password};`,
    `ConvertTo-SecureString -AsPlainText -Force ${password}`,
  ],
  misses: [
    'curl -u "$USER:$PASSWORD" https://api.corp.test/',
    'mysql -u app -p shop',
    "IDENTIFIED BY '<password>'",
    'ConvertTo-SecureString "$env:PW" -AsPlainText',
    'net user bob * /add',
    'ENV DB_PASSWORD $DB_PASSWORD',
    'use --token to pass one',
    'tool --password-stdin < file',
    'curl -u user:<password> https://api.corp.test/',
    'ALTER USER bob IDENTIFIED BY VALUES of the other',
    'wget --password=required',
    'tool --token=readTokenFromFile',
  ],
} satisfies Samples;
