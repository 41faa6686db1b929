import type { IncidentFinding } from '../../../lib/contract/incident.ts';
import { product } from './event.ts';
import type { JsonObject, SinkEvent } from './event.ts';

/**
 * The body of a webhook: `{type: 'incident.recorded', timestamp, data}`, the envelope of
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 * `data` is `incidentData`; `timestamp` is the incident's rounded time.
 */
export function toSluice(event: SinkEvent): JsonObject {
  return { type: 'incident.recorded', timestamp: event.incident.at, data: incidentData(event) };
}

/**
 * Our own words, flat: the members of `lib/contract/incident.ts`, and `organisation`, `pseudonym`, `severity` (null without a finding)
 * and `product`. Members are listed one by one, so that a field which an incident gains later is not sent until somebody adds it here.
 */
export function incidentData({ incident, pseudonym, severity, orgId, version }: SinkEvent): JsonObject {
  return {
    id: incident.id,
    at: incident.at,
    organisation: orgId,
    pseudonym,
    severity,
    surface: incident.surface,
    action: incident.action,
    outcome: incident.outcome,
    justification: incident.justification,
    cause: incident.cause,
    findings: incident.findings.map(findingData),
    length: incident.length,
    ring: incident.ring,
    policy: { source: incident.policy.source, epoch: incident.policy.epoch, seq: incident.policy.seq },
    extension: incident.extension,
    browser: { family: incident.browser.family, major: incident.browser.major },
    chainRestarted: incident.chainRestarted,
    product: { name: product, version },
  };
}

function findingData({ detector, version, rule, category, severity, action, count }: IncidentFinding): JsonObject {
  return { detector, version, rule, category, severity, action, count };
}
