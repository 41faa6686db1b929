import type { Samples } from '../../types.ts';

const value = ['Marmot', '77', '!x'].join('');
export default {
  hits: [
    `\nuser,password\ncarol,${value}\n`,
    `| user | password |\n|---|---|\n| carol | ${value} |\n| dave | ${value}2 |`,
    `name,email,password\ncarol,carol@corp.example,${value}\n`,
    `Host\tUser\tPassword\nweb01\troot\t${value}`,
    `Host      User    Password\nweb01     root    ${value}`,
    `"id";"Passwort"\n"7";"${value}"`,
  ],
  misses: [
    '| field | password |\n|---|---|\n| type | string |\n| required | true |',
    'user,password\n\nnothing here',
    'const { user, password } = read();\nlogin(user, pass1234);',
    'name,token\ncarol,7',
    'Host\tUser\tPassword\nweb01\troot\t********',
  ],
} satisfies Samples;
