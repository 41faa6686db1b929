import type { Samples } from '../../types.ts';

const password = ['tr0ub4', 'dor', '-9'].join('');
export default {
  hits: [
    `https://admin:${password}@host.test/path`,
    `postgres://app:${password}@db.internal:5432/main`,
    `redis://:${password}@10.0.0.5:6379/0`,
    `smtps://bob@corp.test:${password}@mail.corp.test:465`,
    `mongodb://app:${password}@%2Ftmp%2Fdb.sock/shop`,
    `redis://:tr0#${password}@10.0.0.5:6379/0`,
    `mysql://app:My_App_P@${password}@db:3306/main`,
  ],
  misses: [
    'https://user:password@host.test/',
    'https://user:${PASSWORD}@host.test/',
    'https://host.test:8080/path@x',
    'https://bob@host.test:8080/path@x',
    'https://host.test:8080?mail=bob@corp.test',
    'https://host.test:8080#bob@corp.test',
    'https://user:password@host.test/page@main',
    'https://abc:xyz@example.com/',
    'http://user:123@sub.example.org',
  ],
} satisfies Samples;
