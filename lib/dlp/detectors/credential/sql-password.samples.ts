import type { Samples } from '../../types.ts';

const value = ['Marmot', '77', 'x'].join('');
export default {
  hits: [
    `INSERT INTO users (name, password) VALUES ('carol', '${value}');`,
    `insert into users (password, name) values ('${value}', 'carol')`,
    `INSERT INTO wp_users (ID, user_login, user_pass, x) VALUES (1, 'carol', MD5('${value}'), NOW());`,
    `INSERT INTO t (\`id\`, \`at\`, \`pwd\`) VALUES (1, NOW(), '${value}')`,
  ],
  misses: [
    'INSERT INTO users (name, password) VALUES (?, ?)',
    `INSERT INTO users (name, password) VALUES ('carol', 'password')`,
    `INSERT INTO users (name, email) VALUES ('carol', '${value}')`,
    `INSERT INTO users (password, name) VALUES ($1, '${value}')`,
  ],
} satisfies Samples;
