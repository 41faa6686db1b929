import type { DialogRequest } from '../dialog-host.tsx';
import type { Segment } from '../TextPreview.tsx';

// Built from parts, so that nothing here looks like a real token to a scanner.
const awsKey = ['AK', 'IA', 'Q7RT'.repeat(3), 'WXYZ'].join('');
const email = ['anna.keller', 'example.com'].join('@');
const paragraph = 'The job reads the nightly export, sorts it by customer and writes one file for each region. ';
const line = 'row 4711 was written to the archive of the region\n';
const arabic = 'تقرأ المهمة التصدير الليلي وترتبه حسب العميل وتكتب ملفا لكل منطقة. ';
const account: readonly Segment[] = [
  { kind: 'changed', before: ['AT', '61', '19043002'.repeat(2)].join(''), mark: '[iban-1]' },
  { kind: 'same', text: ',Graz' },
];
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

const file: DialogRequest = {
  ...redact,
  kind: 'file',
  fileName: 'deployment-notes-of-the-second-quarter.env.txt',
  choices: ['replace', 'edit', 'justify'],
};

/** Rows of a table with an address in each, and an account in one. */
function table(): readonly Segment[] {
  const rows = Array.from({ length: 14 }, (_, index): readonly Segment[] => [
    { kind: 'same', text: `\n${String(index + 1)},Team ${String(index + 1)},` },
    { kind: 'changed', before: `team${String(index + 1)}.${email}`, mark: `user${String(index + 1)}@example.com` },
    { kind: 'same', text: index === 3 ? ',' : ',,Vienna' },
    ...(index === 3 ? account : []),
  ]);
  return [{ kind: 'same', text: 'id,team,mail,account,city' }, ...rows.flat(), { kind: 'same', text: '\n' }];
}

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
  file,
  'file-table': {
    ...file,
    findings: [
      { detector: 'email', title: 'E-mail address', severity: 'low', action: 'redact', count: 14 },
      { detector: 'iban', title: 'IBAN', severity: 'high', action: 'redact', count: 1 },
    ],
    fileName: 'people.csv',
    preview: table(),
  },
  'file-long': {
    ...file,
    fileName: 'nightly-export.log',
    messages: ['Customers’ addresses belong in the ticket system, not in a chat.'],
    preview: [
      { kind: 'same', text: `${'nightly export started\nreading from the archive\n\n'.repeat(14)}mail to ` },
      { kind: 'changed', before: email, mark: '[email-1]' },
      { kind: 'same', text: ` went out\n${line.repeat(4)}` },
      { kind: 'gap', units: 128_480 },
      { kind: 'same', text: `${line.repeat(3)}${'A'.repeat(90)}=` },
      { kind: 'changed', before: awsKey, mark: '[aws-access-key-id-1]' },
      { kind: 'same', text: '\n' },
      { kind: 'changed', before: `-----BEGIN\n${'Q7RT\n'.repeat(12)}-----END`, mark: '[private-key-1]' },
      { kind: 'same', text: '\ndone\n' },
    ],
  },
  'file-document': {
    ...file,
    fileName: 'minutes-of-the-meeting.docx',
    preview: [
      { kind: 'same', text: `Minutes\n\n${paragraph.repeat(3)}Questions go to ` },
      { kind: 'changed', before: email, mark: '[email-1]' },
      { kind: 'same', text: `, who answers within a day. ${paragraph.repeat(3)}The deputy is ` },
      { kind: 'changed', before: `b${email}`, mark: '[email-2]' },
      { kind: 'same', text: `.\n${paragraph.repeat(2)}\nRegion\tOwner\nNorth\t` },
      { kind: 'changed', before: email, mark: '[email-1]' },
      { kind: 'same', text: '\nSouth\tnobody yet\n' },
    ],
  },
  'file-rtl': {
    ...file,
    fileName: 'محضر.docx',
    preview: [
      { kind: 'same', text: `محضر الاجتماع\n\n${arabic.repeat(4)}المفتاح هو ` },
      { kind: 'changed', before: awsKey, mark: '[aws-access-key-id-1]' },
      { kind: 'same', text: ` في المنطقة الأولى. ${arabic.repeat(4)}\n` },
    ],
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
