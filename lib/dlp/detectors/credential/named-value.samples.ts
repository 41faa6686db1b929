import type { Samples } from '../../types.ts';

const value = ['Marmot', '77', 'x'].join('');
const random = ['q7Wz9Kp3', 'Lt5YbR8n', 'X2cV6mJd'].join('');
export default {
  hits: [
    `- name: DB_PASSWORD\n  value: "${value}"`,
    `{"name": "DB_PASSWORD", "value": "${value}"}`,
    `{ "Key": "password", "Value": "${value}" }`,
    `<key>password</key>\n<string>${value}</string>`,
    `- name: API_KEY\n  value: ${random}`,
    `{"name": "DB_PASSWORD_2", "value": "${value}"}`,
    `{\n  "value": "${value}",\n  "name": "DB_PASSWORD"\n}`,
  ],
  misses: [
    '- name: DB_PASSWORD\n  valueFrom: x',
    '- name: DB_PASSWORD\n  value: $(DB_PASSWORD)',
    '{"name": "password", "value": "required"}',
    '{"name": "token", "value": "next-page-2"}',
    `title: password\nvalue: ${value}`,
    '{"value": "required", "name": "password"}',
    '{"value": "next-page-2", "name": "page_token"}',
  ],
} satisfies Samples;
