import type { Samples } from '../types.ts';

const password = ['tr0ub4', 'dor', '-9x'].join('');
export default {
  hits: [
    `password = "${password}"`,
    `DB_PASSWORD=${password}`,
    `the password is ${password}`,
    `"api_key": "${password}"`,
    `  passwd: ${password}`,
  ],
  misses: [
    'password = getPassword()',
    'password: <your password>',
    'DB_PASSWORD=${DB_PASSWORD}',
    'password = "changeme"',
    'password: string;',
    'the password is required for this',
    'secret = process.env.SECRET',
    'password=[password-1]',
  ],
} satisfies Samples;
