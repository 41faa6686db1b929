import type { Policy } from '../contract/policy.ts';

/** Protects without any endpoint. It is never merged into an organisation's policy. */
export const builtInPolicy: Policy = {
  schema: 1,
  name: 'Built-in protection',
  mode: 'enforce',
  rules: [
    { id: 'credentials', when: { category: 'credential', severity: 'medium' }, action: 'redact' },
    { id: 'credential-ids', when: { category: 'credential' }, action: 'log' },
    {
      id: 'private-keys',
      when: { detector: 'private-key' },
      action: 'block',
      message:
        'A private key must never leave this device. Take it out, and replace the key if it was shown to anyone.',
    },
    { id: 'payment', when: { category: 'financial' }, action: 'redact' },
    { id: 'identity-numbers', when: { category: 'identity', severity: 'medium' }, action: 'redact' },
    { id: 'company-numbers', when: { category: 'identity' }, action: 'log' },
    { id: 'health', when: { category: 'health' }, action: 'warn' },
    { id: 'organisation-marks', when: { category: 'organisation', severity: 'medium' }, action: 'warn' },
    { id: 'contact', when: { category: 'contact' }, action: 'log' },
    { id: 'contact-list', when: { category: 'contact', atLeast: 3 }, action: 'warn' },
    {
      id: 'people-lists',
      when: { detector: 'bulk-personal-data' },
      action: 'justify',
      message: 'This is a list of people. Replace what tells who they are, or say why it is needed.',
    },
    { id: 'names', when: { category: 'person' }, action: 'log' },
  ],
  disabledDetectors: [],
  unreadable: 'warn',
  audio: 'log',
  onFailure: 'hold',
  autoRedact: false,
  incidents: { retentionDays: 90, pushDelaySeconds: [60, 900] },
};
