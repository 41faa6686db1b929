import type { Samples } from '../../types.ts';

const password = ['blue', 'berry'].join('');
const mixed = ['tr0uB4', 'Dor'].join('');
export default {
  hits: [
    `{"email": "carol@corp-x.com", "password": "${password}"}`,
    `Username: carol\n# the old one\nPassword: ${password}`,
    `credentials {\n  username 'carol'\n  password '${password}'\n}`,
    `user = carol\npassword = ${password}`,
    `user/password: carol/${password}7`,
    `credentials are carol / ${password}7`,
    `db.corp-x.com:5432:shop:carol:${password}`,
    `new NetworkCredential("carol", "${password}")`,
    `requests.get(url, auth=('carol', '${password}'))`,
    `ID/PW: carol/${mixed}`,
    `id pw carol ${mixed}`,
    `user/password for carol (carol/${mixed})`,
    `IP/ID/PW 10.0.0.7/carol/${mixed}`,
    `계정/비번: carol/${mixed}`,
    `*:*:*:*:${password}`,
    `{"dbUser": "app", "dbPassword": "wintergarten"}`,
    `SSHuser = carol\nSSHpassword = wintergarten`,
  ],
  misses: [
    'username: string;\npassword: string;',
    'username = user\npassword = passwd',
    "{ username: 'User name', password: 'Password' }",
    'user: ${USER}\npassword: ${PASSWORD}',
    'username: name,\npassword: hashedValue,',
    'login: required\npassword: required',
    'credentials: admin / <password>',
    'check(credentials: Credentials | null): boolean',
    'username: Optional[str]\npassword: Optional[HiddenText]',
    'user = dbuser\npassword = dbpassword',
    'username = form.user\npassword = form.entry',
    'id password reset Login2',
    'the user password for login123',
    'ID/PW: see below',
    'a:*:b:c',
    'superuser: string;\nsuperpassword: string;',
  ],
} satisfies Samples;
