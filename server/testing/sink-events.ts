import type { Incident, IncidentFinding } from '../../lib/contract/incident.ts';
import type { Severity } from '../../lib/vocabulary/content.ts';
import type { CheckpointEvent } from '../sinks/formats/checkpoint.ts';
import type { SinkEvent } from '../sinks/formats/event.ts';

const token: IncidentFinding = {
  detector: 'github-token',
  version: 2,
  rule: 'credentials',
  category: 'credential',
  severity: 'high',
  action: 'redact',
  count: 2,
};

const card: IncidentFinding = {
  detector: 'payment-card',
  version: 1,
  rule: 'payments',
  category: 'financial',
  severity: 'critical',
  action: 'block',
  count: 1,
};

const email: IncidentFinding = {
  detector: 'email-address',
  version: 3,
  rule: 'contacts',
  category: 'contact',
  severity: 'low',
  action: 'warn',
  count: 14,
};

const base: Incident = {
  id: '00000000-0000-4000-8000-000000000000',
  at: '2026-11-25T10:35:00Z',
  surface: 'composer',
  action: 'redact',
  outcome: 'replaced',
  findings: [token],
  length: '<1k',
  ring: 'composer',
  policy: { source: 'endpoint', epoch: 3, seq: 17 },
  extension: '0.1',
  browser: { family: 'chromium', major: 142 },
};

/** Its digit tells one sample's id from another's. */
function event(digit: number, severity: Severity | null, changes: Partial<Incident>): SinkEvent {
  return {
    incident: { ...base, id: base.id.replace(/0$/, digit.toString(16)), ...changes },
    pseudonym: 'a1b2c3d4e5f6a7b8c9d0',
    severity,
    orgId: 'example-org',
    version: '0.1.0',
  };
}

/** One event for each thing that a reader of a SIEM should be able to tell from the others. */
export const sinkEvents: Readonly<Record<string, SinkEvent>> = {
  replaced: event(1, 'high', {}),
  'blocked, two kinds': event(2, 'critical', {
    action: 'block',
    outcome: 'blocked',
    findings: [token, card],
    ring: 'page',
    length: '<10k',
  }),
  'sent anyway': event(3, 'low', { action: 'warn', outcome: 'sent-anyway', findings: [email] }),
  'justified, Firefox': event(4, 'high', {
    action: 'justify',
    outcome: 'justified',
    justification: 'test-data',
    findings: [{ ...token, action: 'justify' }],
    surface: 'edit',
    browser: { family: 'firefox', major: 147 },
  }),
  'observed by the network ring': event(5, 'medium', {
    action: 'block',
    outcome: 'observed',
    findings: [
      { ...email, detector: 'iban', rule: 'payments', category: 'financial', severity: 'medium', action: 'block' },
    ],
    surface: 'request',
    ring: 'network',
    length: '1M+',
  }),
  'recorded only': event(6, 'low', { action: 'log', outcome: 'sent-clean', findings: [{ ...email, action: 'log' }] }),
  'file, unreadable': event(7, null, {
    action: 'block',
    outcome: 'blocked',
    cause: 'unreadable',
    findings: [],
    surface: 'file',
    ring: 'page',
    length: '<100k',
  }),
  'unchecked after an outage': event(8, null, {
    action: 'allow',
    outcome: 'unchecked',
    cause: 'failure',
    findings: [],
    surface: 'steer',
    ring: 'page',
    policy: { source: 'built-in', epoch: 0, seq: 0 },
    chainRestarted: true,
  }),
};

const bytes = (text: string) => Buffer.from(text).toString('base64');
const envelope = (payloadType: string, payload: object) => ({
  payloadType,
  payload: bytes(`\n${JSON.stringify(payload)}`),
  signatures: [
    { keyid: 'example-key', sig: bytes('a signature of 64 bytes, which nobody has made, and nobody may use') },
  ],
});

/** A checkpoint that looks like one; nobody signed it. */
export const checkpointEvent: CheckpointEvent = {
  id: `checkpoint-${'0123456789abcdef'.repeat(2)}`,
  signed: JSON.stringify({
    checkpoint: envelope('application/vnd.sluice.audit-checkpoint+json', {
      orgId: 'example-org',
      size: 5,
      head: 'ab'.repeat(32),
      at: '2026-11-25T10:00:12Z',
      earlier: [],
    }),
    delegation: envelope('application/vnd.sluice.delegation+json', { keyid: 'example-key' }),
  }),
  at: '2026-11-25T10:00:12Z',
  orgId: 'example-org',
  version: '0.1.0',
};
