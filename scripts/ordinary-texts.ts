import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Texts as people and pages write them. A build lets the automata of the engine walk over them once, so that a fresh page finds the steps
 * that nearly every text takes ready made. What they say does not matter; what kinds of characters follow each other does.
 */
const prose = `Could you help me to rewrite this paragraph? It should sound friendly, but not too informal – we're writing to a
customer who has been with us since 2019. Please keep it under 120 words, and don't use the word "unfortunately".
Yesterday's meeting (10:30 to 11:45) went well: 14 people came, 3 of them online. The next one is on Tuesday, 4 March 2025.
1. Explain what a closure is. 2. Give two examples. 3. Say when it's better to use a class.
The total comes to $1,250.00, i.e. about 15.5% more than in Q3/2024; see https://example.org/reports/2024-q3.html for details.
Können Sie mir bitte erklären, wie das funktioniert? Ich hätte gern eine Übersicht über die wichtigsten Änderungen, z.B. als Tabelle.
Pouvez-vous traduire ce texte en français ? L'équipe n'a pas encore répondu à la question n° 7.
¿Qué significa "resiliencia"? Dame tres ejemplos, por favor. 请帮我写一封邮件。 メールを書いてください。
- First point: costs & benefits\n- Second point -> next steps\n* [ ] to do\n## Heading 2\n> quoted line\n| a | b |\n|---|---|\n| 1 | 22 |
`;

const code = `import { readFile } from 'node:fs/promises';
// Returns the sum of all values, or 0 for an empty list.
export async function total(path: string, options?: { limit: number }): Promise<number> {
  const rows = (await readFile(path, 'utf8')).split('\\n').map((line) => Number(line.trim()));
  for (let i = 0; i < rows.length && i <= 1_000; i++) if (rows[i]! > 3.14e2 || rows[i] === -1) continue;
  return rows.reduce((sum, value) => sum + value, 0) / Math.max(1, rows.length) ** 2;
}
def load_config(path="config/app.yaml", *, strict=True):
    """Loads it. Raises ValueError when a key is missing."""
    with open(path, encoding="utf-8") as f:
        return {k.lower(): v for k, v in yaml.safe_load(f).items() if not k.startswith("_")}
SELECT u.id, u.created_at, COUNT(*) AS n FROM users u LEFT JOIN orders o ON o.user_id = u.id WHERE o.total >= 100.50 GROUP BY 1, 2;
<div class="card p-4 mt-2" id="main-content"><a href="/docs/getting-started#install" target="_blank">Read more…</a></div>
docker run --rm -it -p 8080:80 -v "$PWD:/app" node:20-alpine npm ci && npm run build -- --mode=production
server.port=8080\nspring.jpa.show-sql=false\nlog_level: "info"\nretries: 3 # times\n.btn { margin: 0 auto; color: #1a2b3c; width: 12.5rem }
2024-05-17T09:26:03.482Z INFO [worker-3] request finished method=GET path=/api/v2/items status=200 duration=35ms ip=192.0.2.10
`;

const ids = (count: number) =>
  Array.from({ length: count }, (_, at) => {
    const hex = Array.from({ length: 32 }, (_unit, place) =>
      ((at * 7 + place * place * 5 + ((place * at) % 11)) % 16).toString(16),
    );
    return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  });

const [messageId = '', parentId = '', conversationId = '', deviceId = ''] = ids(4);

/** As pages post them. */
const bodies = [
  {
    action: 'next',
    messages: [
      {
        id: messageId,
        author: { role: 'user' },
        create_time: 1748332800.123,
        content: { content_type: 'text', parts: ['Please explain this to me, step by step.'] },
        metadata: { serialization_metadata: { custom_symbol_offsets: [] }, selected_sources: [], dictation: false },
      },
    ],
    conversation_id: conversationId,
    parent_message_id: parentId,
    model: 'auto',
    timezone_offset_min: -120,
    timezone: 'Europe/Berlin',
    conversation_mode: { kind: 'primary_assistant' },
    supported_encodings: ['v1'],
    client_contextual_info: { is_dark_mode: false, time_since_loaded: 42, page_height: 900, pixel_ratio: 1.5 },
  },
  {
    events: [
      {
        type: 'page_view',
        timestamp: '2024-05-17T09:26:03.482Z',
        props: { path: '/c/' + conversationId, referrer: '' },
      },
      {
        type: 'web_vital',
        name: 'LCP',
        value: 1234.5,
        device_id: deviceId,
        build: 'prod-2024.05.17-1',
        is_logged_in: true,
      },
    ],
    sent_at: 1748332800456,
    sdk: { name: 'analytics.js', version: '2.1.0' },
  },
];

/** This project's own documents and some of its files: prose, tables, code and settings. */
const folder = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const documents = [
  ...readdirSync(folder('docs'))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => `docs/${name}`),
  'README.md',
  'package.json',
  'wxt.config.ts',
  'lib/dlp/survey.ts',
  'components/theme.css',
].map((name) => readFileSync(folder(name), 'utf8'));

export const ordinaryTexts: readonly string[] = [
  ...documents,
  ...prose.split('\n'),
  prose,
  ...code.split('\n'),
  code,
  ...ids(24),
  ...bodies.map((body) => JSON.stringify(body)),
  ...bodies.map((body) => JSON.stringify(body, undefined, 2)),
];
