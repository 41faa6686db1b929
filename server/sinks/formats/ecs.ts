import type { Outcome } from '../../../lib/vocabulary/actions.ts';
import type { Severity } from '../../../lib/vocabulary/content.ts';
import { incidentData } from './sluice.ts';
import { browserNames, distinct, message, policyVersion, product, sent, service } from './event.ts';
import type { JsonObject, SinkEvent } from './event.ts';

/** Numbers on the scale of Elastic's own alerts, so that both sort together. */
const severityNumbers: Readonly<Record<Severity, number>> = { low: 21, medium: 47, high: 73, critical: 99 };

/**
 * One document of the Elastic Common Schema, for the data stream `logs-sluice.incident-default`. What ECS has no field for stands under
 * `sluice`. The pseudonym is `user.hash`, which is meant to correlate without naming.
 * https://www.elastic.co/guide/en/ecs/8.11/ecs-field-reference.html
 */
export function toEcs(event: SinkEvent): JsonObject {
  const { incident } = event;
  return {
    '@timestamp': incident.at,
    ecs: { version: '8.11.0' },
    data_stream: { type: 'logs', dataset: 'sluice.incident', namespace: 'default' },
    message: message(event),
    event: eventFields(event),
    rule: {
      id: distinct(incident, 'rule'),
      name: distinct(incident, 'detector'),
      category: distinct(incident, 'category'),
      ruleset: incident.policy.source,
      version: policyVersion(incident),
    },
    observer: { vendor: product, product, type: 'dlp', version: event.version },
    organization: { id: event.orgId },
    user: { hash: event.pseudonym },
    user_agent: { name: browserNames[incident.browser.family], version: String(incident.browser.major) },
    url: { domain: service.domain },
    sluice: ownFields(event),
  };
}

function eventFields({ incident, severity }: SinkEvent): JsonObject {
  return {
    kind: 'alert',
    category: ['web'],
    type: ['access', verdicts[sent[incident.outcome]]],
    action: `dlp.${incident.outcome}`,
    outcome: sent[incident.outcome] === 'nothing' ? 'failure' : 'success',
    severity: severity === null ? 0 : severityNumbers[severity],
    id: incident.id,
    module: 'sluice',
    dataset: 'sluice.incident',
    reason: incident.justification ?? incident.cause,
  };
}

const verdicts: Readonly<Record<(typeof sent)[Outcome], string>> = {
  everything: 'allowed',
  'a changed text': 'change',
  nothing: 'denied',
};

/** Our own JSON, less what stands elsewhere in the document. */
function ownFields(event: SinkEvent): JsonObject {
  const elsewhere = new Set(['id', 'at', 'organisation', 'pseudonym', 'product']);
  return Object.fromEntries(Object.entries(incidentData(event)).filter(([name]) => !elsewhere.has(name)));
}
