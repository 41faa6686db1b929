import type { DialogRequest } from '../dialog-host.tsx';

// Built from parts, so that nothing here looks like a real token to a scanner.
const awsKey = ['AK', 'IA', 'Q7RT'.repeat(3), 'WXYZ'].join('');
const email = ['anna.keller', 'example.com'].join('@');
const paragraph = 'The job reads the nightly export, sorts it by customer and writes one file for each region. ';
const reasons = ['test-data', 'already-public', 'needed-for-task', 'not-sensitive'] as const;

const key = { detector: 'aws-access-key', title: 'AWS access key', severity: 'critical', action: 'redact' } as const;
const address = { detector: 'email', title: 'E-mail address', severity: 'low', action: 'log' } as const;

const redact: DialogRequest = {
  kind: 'prompt',
  findings: [
    { ...key, count: 2 },
    { ...address, count: 1 },
  ],
  preview: [
    { kind: 'same', text: 'Why does this deploy script fail with “access denied”?\n\nexport AWS_ACCESS_KEY_ID=' },
    { kind: 'changed', before: awsKey, mark: '[aws-access-key-1]' },
    { kind: 'same', text: '\nexport AWS_REGION=eu-central-1\n./deploy.sh --key ' },
    { kind: 'changed', before: awsKey, mark: '[aws-access-key-1]' },
    { kind: 'same', text: ` --notify ${email}\n` },
  ],
  choices: ['replace', 'edit'],
  messages: [],
  justifications: reasons,
};

export const dialogSamples: Readonly<Record<string, DialogRequest>> = {
  redact,
  warn: {
    ...redact,
    findings: [{ detector: 'email', title: 'E-mail address', severity: 'low', action: 'warn', count: 3 }],
    choices: ['replace', 'edit', 'send-anyway'],
    messages: ['Customers’ addresses belong in the ticket system, not in a chat.'],
    help: 'Questions? Ask the security desk, extension 4711.',
    preview: [
      { kind: 'same', text: 'Write a polite reminder to ' },
      { kind: 'changed', before: email, mark: '[email-1]' },
      { kind: 'same', text: `.\n\n${paragraph.repeat(3)}` },
      { kind: 'gap', units: 12_480 },
      { kind: 'same', text: paragraph.repeat(12) },
      { kind: 'changed', before: `b${email}`, mark: '[email-2]' },
    ],
  },
  justify: { ...redact, choices: ['replace', 'edit', 'justify'], findings: [{ ...key, action: 'justify', count: 1 }] },
  block: {
    kind: 'prompt',
    findings: [{ detector: 'private-key', title: 'Private key', severity: 'critical', action: 'block', count: 1 }],
    preview: [],
    choices: ['edit'],
    messages: [
      'A private key must never leave this device. Take it out, and replace the key if it was shown to anyone.',
    ],
    help: 'Questions? Ask the security desk, extension 4711.',
    justifications: reasons,
  },
  file: {
    ...redact,
    kind: 'file',
    fileName: 'deployment-notes-of-the-second-quarter.env.txt',
    choices: ['replace', 'edit', 'justify'],
  },
  unreadable: {
    kind: 'file',
    fileName: 'scan-of-contract.pdf',
    findings: [],
    preview: [],
    choices: ['edit', 'send-anyway'],
    messages: [],
    justifications: reasons,
  },
  request: { ...redact, kind: 'request', choices: ['edit', 'send-anyway'], preview: [] },
  rtl: {
    ...redact,
    preview: [
      { kind: 'same', text: 'لماذا يفشل هذا النص البرمجي؟ المفتاح هو ' },
      { kind: 'changed', before: awsKey, mark: '[aws-access-key-1]' },
      { kind: 'same', text: ' في المنطقة الأولى.' },
    ],
  },
};
