import { randomInt, randomUUID } from 'node:crypto';
import { readJoinCode } from '../lib/contract/enrolment.ts';
import type { Incident } from '../lib/contract/incident.ts';
import { detectors } from '../lib/dlp/detectors/index.ts';
import { roundedTime } from '../lib/incidents/rounded-time.ts';
import { TestBrowser } from '../server/testing/browser.ts';
import type { Action, Outcome } from '../lib/vocabulary/actions.ts';

/** `npm start -- --sample-data`: thirty days of made-up traffic of a dozen browsers, through the endpoint's own device plane. */
const people = 12;
const days = 30;
const dayMs = 86_400_000;
const batch = 50;

const endings: readonly (readonly [Action, readonly Outcome[]])[] = [
  ['log', ['sent-clean']],
  ['warn', ['replaced', 'edited', 'sent-anyway']],
  ['redact', ['replaced', 'replaced', 'replaced', 'edited']],
  ['block', ['blocked']],
];

const pick = <T>(list: readonly T[]): T => list[randomInt(list.length)] as T;

function incidentAt(time: number): Incident {
  const { id: detector, category, severity } = pick(detectors);
  const [action, outcomes] = pick(endings);
  const rule = `sample-${action}`;
  return {
    id: randomUUID(),
    at: roundedTime(time),
    surface: pick(['composer', 'composer', 'composer', 'file', 'edit'] as const),
    action,
    outcome: pick(outcomes),
    findings: [{ detector, version: 1, rule, category, severity, action, count: randomInt(1, 4) }],
    length: pick(['<100', '<1k', '<10k'] as const),
    ring: 'composer',
    policy: { source: 'endpoint', epoch: 1, seq: 1 },
    extension: '0.1',
    browser: { family: pick(['chromium', 'firefox'] as const), major: 150 },
  };
}

const code = readJoinCode(process.argv[2] ?? '');
if (!code) {
  process.stderr.write('Usage: sample-data JOIN-CODE\n');
  process.exit(2);
}
const { url, token } = code;
const send = (path: string, init?: RequestInit) => fetch(new URL(path, url), init);
let sent = 0;
for (let person = 0; person < people; person += 1) {
  const browser = await TestBrowser.join(send, token);
  const times = Array.from({ length: randomInt(10, 60) }, () => Date.now() - randomInt(days * dayMs)).sort();
  for (const time of times) await browser.note(incidentAt(time));
  for (let from = 0; from < times.length; from += batch) {
    await browser.push(from, browser.entries.slice(from, from + batch));
  }
  sent += times.length;
}
process.stdout.write(`  Sample data: ${sent} incidents of ${people} browsers over ${days} days.\n`);
