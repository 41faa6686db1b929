import type { Samples } from '../../types.ts';

const value = ['Marmot', '-77', 'x'].join('');
const mixed = ['tr0uB4', 'Dor'].join('');
export default {
  hits: [
    `my password's ${value}, write it down`,
    `the root password on web01 is currently ${value}`,
    `sign in with password ${value}.`,
    `ssh root@host (pass ${value})`,
    `user carol, password ${value}`,
    `le mdp est ${value}`,
    `das PW ist jetzt ${value}`,
    `Username\ncarol\nPassword\n${value}`,
    'passphrase: marble kettle orange window',
    'the password is "marble kettle orange"',
    `box3 (PW)${mixed}`,
    `pw(${mixed})`,
    `pass - ${mixed}`,
    `Password: bob/${mixed}`,
    `password for bob:${mixed}`,
    `ldap bind with pass '${value}'`,
  ],
  misses: [
    'the password is required',
    'a password with PBKDF2-SHA256 and salt',
    'password field2 must match',
    'the password is "required"',
    'pass is a keyword of Python',
    'the passphrase is "the one you chose before"',
    'Password\nForgotten?',
    'user bob, password unknown',
    'password(User2)',
    'password - see page 12',
    'Password: src/lib/Login2Form',
    'password for bob:required',
    "pass 'required' to the call",
  ],
} satisfies Samples;
