import type { Severity } from '../../../lib/vocabulary/content.ts';
import { distinct, message, milliseconds, policyVersion, service, total } from './event.ts';
import type { Json, JsonObject, SinkEvent } from './event.ts';

/** INFO, INFO2, WARN, ERROR and FATAL. Enumerations travel as numbers. */
const severityNumbers: Readonly<Record<Severity | 'informational', number>> = {
  informational: 9,
  low: 10,
  medium: 13,
  high: 17,
  critical: 21,
};

/**
 * The body of `POST /v1/logs` in OTLP's JSON: one entry of `resourceLogs` for each organisation and version, in it one `scopeLogs` with
 * a record for each event. 64-bit numbers are texts; times are nanoseconds since 1970.
 * https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding
 * https://opentelemetry.io/docs/specs/otel/logs/data-model/
 */
export function toOtlp(events: readonly SinkEvent[]): JsonObject {
  const resources = new Map<string, SinkEvent[]>();
  for (const event of events) {
    const key = JSON.stringify([event.orgId, event.version]);
    resources.set(key, [...(resources.get(key) ?? []), event]);
  }
  return { resourceLogs: [...resources.values()].map(resourceLogs) };
}

function resourceLogs(events: readonly SinkEvent[]): JsonObject {
  const [first] = events;
  return {
    resource: {
      attributes: attributes({
        'service.name': 'sluice',
        'service.version': first?.version,
        'sluice.organisation': first?.orgId,
      }),
    },
    scopeLogs: [{ scope: { name: 'sluice.incident', version: '1' }, logRecords: events.map(logRecord) }],
  };
}

function logRecord(event: SinkEvent): JsonObject {
  const severity = event.severity ?? 'informational';
  const nanoseconds = `${milliseconds(event.incident)}000000`;
  return {
    timeUnixNano: nanoseconds,
    observedTimeUnixNano: nanoseconds, // required, and any other would be a finer clock
    severityNumber: severityNumbers[severity],
    severityText: severity,
    eventName: 'sluice.incident',
    body: { stringValue: message(event) },
    attributes: recordAttributes(event),
  };
}

/** `log.record.uid`, `user.hash` and `server.address` are names of https://opentelemetry.io/docs/specs/semconv/ */
function recordAttributes({ incident, pseudonym }: SinkEvent): Json {
  return attributes({
    'log.record.uid': incident.id,
    'user.hash': pseudonym,
    'server.address': service.domain,
    'sluice.surface': incident.surface,
    'sluice.action': incident.action,
    'sluice.outcome': incident.outcome,
    'sluice.justification': incident.justification,
    'sluice.cause': incident.cause,
    'sluice.rules': distinct(incident, 'rule'),
    'sluice.detectors': distinct(incident, 'detector'),
    'sluice.categories': distinct(incident, 'category'),
    'sluice.matches': total(incident),
    'sluice.length': incident.length,
    'sluice.ring': incident.ring,
    'sluice.policy.source': incident.policy.source,
    'sluice.policy.version': policyVersion(incident),
    'sluice.extension': incident.extension,
    'sluice.browser.family': incident.browser.family,
    'sluice.browser.major': incident.browser.major,
    'sluice.chain_restarted': incident.chainRestarted,
  });
}

type AttributeValue = string | number | boolean | readonly string[] | undefined;

/** A list of `{key, value}`; what is `undefined` has no entry. */
function attributes(values: Readonly<Record<string, AttributeValue>>): Json {
  return Object.entries(values).flatMap(([key, value]) =>
    value === undefined ? [] : [{ key, value: anyValue(value) }],
  );
}

function anyValue(value: NonNullable<AttributeValue>): JsonObject {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'number') return { intValue: String(value) };
  if (typeof value === 'boolean') return { boolValue: value };
  return { arrayValue: { values: value.map((stringValue) => ({ stringValue })) } };
}
