import { product } from './event.ts';
import type { JsonObject } from './event.ts';

/** The end of the audit log as the endpoint signed it, for receivers that keep it out of its administrators' reach. */
export interface CheckpointEvent {
  /** The same for the same checkpoint: what is sent twice can be told. */
  readonly id: string;
  /** The exact JSON text of a `SignedCheckpoint`. */
  readonly signed: string;
  /** When it was signed, ISO 8601. */
  readonly at: string;
  readonly orgId: string;
  /** The endpoint's version. */
  readonly version: string;
}

const title = 'Audit log checkpoint';

/** `{type: 'audit.checkpoint', timestamp, data}`; `data` is the `SignedCheckpoint`. */
export function checkpointAsSluice({ signed, at }: CheckpointEvent): JsonObject {
  return { type: 'audit.checkpoint', timestamp: at, data: JSON.parse(signed) as JsonObject };
}

/** `event.original` is the `SignedCheckpoint` as text: it is kept as it came, and no mapping is made of its members. */
export function checkpointAsEcs({ id, signed, at, orgId, version }: CheckpointEvent): JsonObject {
  return {
    '@timestamp': at,
    ecs: { version: '8.11.0' },
    data_stream: { type: 'logs', dataset: 'sluice.audit', namespace: 'default' },
    message: title,
    event: {
      kind: 'state',
      category: ['configuration'],
      type: ['info'],
      action: 'audit.checkpoint',
      outcome: 'success',
      id,
      module: 'sluice',
      dataset: 'sluice.audit',
      original: signed,
    },
    observer: { vendor: product, product, type: 'dlp', version },
    organization: { id: orgId },
  };
}

/**
 * A base event, for no class speaks of this; `raw_data` is the `SignedCheckpoint` as text.
 * https://schema.ocsf.io/1.8.0/base_event
 */
export function checkpointAsOcsf({ id, signed, at, orgId, version }: CheckpointEvent): JsonObject {
  return {
    category_uid: 0,
    category_name: 'Uncategorized',
    class_uid: 0,
    class_name: 'Base Event',
    activity_id: 99,
    activity_name: title,
    type_uid: 99,
    type_name: 'Base Event: Other',
    time: Date.parse(at),
    message: title,
    severity_id: 1,
    severity: 'Informational',
    metadata: {
      version: '1.8.0',
      product: { name: product, vendor_name: product, version },
      uid: id,
      tenant_uid: orgId,
    },
    raw_data: signed,
  };
}

/** One object for `/services/collector/event`, of a source type of its own. */
export function checkpointAsSplunk(event: CheckpointEvent): JsonObject {
  return {
    time: Date.parse(event.at) / 1000,
    source: 'sluice',
    sourcetype: 'sluice:audit',
    event: { ...checkpointAsSluice(event), id: event.id, organisation: event.orgId },
  };
}

/** The body of `POST /v1/logs` with one record, whose text is the `SignedCheckpoint`. */
export function checkpointAsOtlp({ id, signed, at, orgId, version }: CheckpointEvent): JsonObject {
  const text = (key: string, stringValue: string) => ({ key, value: { stringValue } });
  const nanoseconds = `${Date.parse(at)}000000`;
  return {
    resourceLogs: [
      {
        resource: {
          attributes: [
            text('service.name', 'sluice'),
            text('service.version', version),
            text('sluice.organisation', orgId),
          ],
        },
        scopeLogs: [
          {
            scope: { name: 'sluice.audit', version: '1' },
            logRecords: [
              {
                timeUnixNano: nanoseconds,
                observedTimeUnixNano: nanoseconds,
                severityNumber: 9,
                severityText: 'informational',
                eventName: 'sluice.audit.checkpoint',
                body: { stringValue: signed },
                attributes: [text('log.record.uid', id)],
              },
            ],
          },
        ],
      },
    ],
  };
}
