import type { LedgerPage, Membership, RecordedIncident, Status } from '../../lib/messaging/contract.ts';
import { builtInPolicy } from '../../lib/policy/built-in.ts';
import type { PolicyInForce } from '../../lib/policy/in-force.ts';
import { pageGates } from '../../lib/vocabulary/page-gates.ts';

export const sampleNow = Date.parse('2026-11-25T10:00:00Z');

const incident: RecordedIncident['incident'] = {
  id: '3f0b7f0e-5a0f-4c39-9c1c-1f5a3c6d7e81',
  at: '2026-11-25T09:40:00Z',
  surface: 'composer',
  action: 'redact',
  outcome: 'replaced',
  findings: [
    {
      detector: 'aws-access-key',
      version: 1,
      rule: 'credentials',
      category: 'credential',
      severity: 'critical',
      action: 'redact',
      count: 2,
    },
  ],
  length: '<1k',
  ring: 'composer',
  policy: { source: 'endpoint', epoch: 1, seq: 4 },
  extension: '0.1',
  browser: { family: 'chromium', major: 140 },
};

const contact = {
  ...incident.findings[0],
  detector: 'email',
  rule: 'contact-list',
  count: 3,
} as (typeof incident.findings)[0];

export const sampleIncidents: readonly RecordedIncident[] = [
  { incident, sync: 'acknowledged' },
  {
    incident: {
      ...incident,
      id: '3f0b7f0e-5a0f-4c39-9c1c-1f5a3c6d7e82',
      at: '2026-11-25T09:15:00Z',
      outcome: 'justified',
      justification: 'test-data',
      surface: 'file',
      findings: [contact],
    },
    sync: 'waiting',
  },
  {
    incident: {
      ...incident,
      id: '3f0b7f0e-5a0f-4c39-9c1c-1f5a3c6d7e83',
      at: '2026-11-24T16:05:00Z',
      outcome: 'refused',
      ring: 'network',
      findings: [],
      chainRestarted: true,
    },
    sync: 'rejected',
  },
];

export const samplePolicy: PolicyInForce = {
  policy: {
    ...builtInPolicy,
    name: 'Acme, careful',
    help: 'Questions? Ask the security desk, extension 4711.',
    disabledDetectors: ['uk-nhs-number'],
  },
  source: 'endpoint',
  epoch: 1,
  seq: 4,
  author: 'M. Okafor',
  approver: 'J. Lindqvist',
  issuedAt: '2026-11-20T08:00:00Z',
  notAfter: '2027-02-20T08:00:00Z',
  stale: false,
};

export const sampleMembership: Membership = {
  orgId: 'acme',
  url: 'https://sluice.acme.example',
  by: 'joined',
  enrolled: true,
  lastContact: '2026-11-25T09:55:00Z',
};

const protectedNow: Status = {
  protection: {
    state: 'enforced',
    reasons: [],
    rings: { page: 'stops', network: 'stops' },
    gates: { tried: pageGates, failed: [] },
    drift: [],
    sitePack: { version: 0, active: true },
    privateWindows: 'allowed',
  },
  policy: samplePolicy,
  membership: sampleMembership,
  recent: sampleIncidents,
  waiting: 2,
  messages: 0,
  dropped: 0,
};

export const sampleStatus = {
  enforced: protectedNow,
  'page-only': {
    ...protectedNow,
    protection: {
      state: 'page-only',
      reasons: [],
      rings: { page: 'stops', network: 'observes' },
      gates: { tried: pageGates, failed: [] },
      drift: [],
      sitePack: { version: 3, active: false },
      privateWindows: 'not-allowed',
    },
    policy: { policy: builtInPolicy, source: 'built-in', epoch: 0, seq: 0, stale: false },
    membership: undefined,
    recent: [],
    waiting: 0,
  },
  degraded: {
    ...protectedNow,
    protection: {
      state: 'degraded',
      reasons: ['canary-leaked', 'ring3-missing', 'policy-refused'],
      rings: { page: 'missing', network: 'missing' },
      gates: { tried: pageGates, failed: ['beacon', 'image'] },
      drift: ['composer-unknown', 'call-unknown'],
      sitePack: { version: 3, active: true },
    },
    policy: { ...samplePolicy, stale: true, refused: 'bad-signature' },
    membership: { ...sampleMembership, lastFailure: 'unreachable' },
    dropped: 1,
  },
} as const satisfies Record<string, Status>;

export const sampleLedger: LedgerPage = {
  lines: [
    {
      n: 12,
      at: '2026-11-25T09:45:00Z',
      method: 'POST',
      path: '/v1/incidents',
      body: JSON.stringify({ chain: incident.id, from: 3, entries: [{ salt: '…', event: JSON.stringify(incident) }] }),
      status: 200,
    },
    { n: 11, at: '2026-11-25T09:40:00Z', method: 'GET', path: '/v1/policy', body: '', status: 200 },
    {
      n: 10,
      at: '2026-11-25T09:30:00Z',
      method: 'POST',
      path: '/v1/heartbeat',
      body: '{"state":"enforced"}',
      status: 0,
      note: 'receipt-refused',
    },
  ],
  total: 12,
  polls: 48,
  waiting: [JSON.stringify(incident)],
  incidents: sampleIncidents,
};
