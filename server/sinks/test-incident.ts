import { randomUUID } from 'node:crypto';
import type { ListedIncident } from '../store/incident-list.ts';

const fiveMinutes = 5 * 60_000;

/** A made-up incident whose pseudonym, rule and detector say `sluice-test`. `now` is milliseconds since 1970. */
export function testIncident(now: number): ListedIncident {
  const at = new Date(Math.floor(now / fiveMinutes) * fiveMinutes).toISOString().replace('.000Z', 'Z');
  return {
    pseudonym: 'sluice-test',
    severity: 'low',
    incident: {
      id: randomUUID(),
      at,
      surface: 'composer',
      action: 'log',
      outcome: 'sent-clean',
      findings: [
        {
          detector: 'sluice-test',
          version: 1,
          rule: 'sluice-test',
          category: 'organisation',
          severity: 'low',
          action: 'log',
          count: 1,
        },
      ],
      length: '<1k',
      ring: 'composer',
      policy: { source: 'built-in', epoch: 0, seq: 0 },
      extension: '0.0',
      browser: { family: 'other', major: 0 },
    },
  };
}
