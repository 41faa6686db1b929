import type { Samples } from '../../types.ts';

const word = ['sec', 'ret'].join('');
export default {
  hits: [
    `postgresql://app:${word}@localhost:5433/db`,
    `https://user:pass@host.test/`,
    `Server=db;User Id=app;Password=${word};Database=x;`,
    `credentials {\n  username 'app'\n  password 'blueberry'\n}`,
    `PSEXEC.EXE \\\\host -u CORP\\carol -p ${word} cmd`,
  ],
  misses: [
    'https://host.test/user:pass',
    'https://${USER}:${PASS}@host',
    'User Id=app;Password={0};',
    'credentials { username password }',
  ],
} satisfies Samples;
