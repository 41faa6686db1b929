import type { Incident } from '../../../lib/contract/incident.ts';
import { distinct, milliseconds, product, service } from './event.ts';
import type { JsonObject, SinkEvent } from './event.ts';
import { incidentData } from './sluice.ts';

/**
 * One object for `/services/collector/event`: `{time, source, sourcetype, event, fields}`; several follow each other in a body without
 * commas. `time` is seconds since 1970. There is no `host`, so that none is told, and no `index`: the token decides.
 * https://help.splunk.com/splunk-enterprise/get-data-in/collect-http-event-data/format-events-for-http-event-collector
 *
 * `event` is our own JSON. `fields` are indexed and named as the data model for data loss prevention names them, where `event` has no
 * member of that name: a field would otherwise have two values in a search.
 * https://help.splunk.com/data-management/common-information-model/5.1/data-models/data-loss-prevention
 */
export function toSplunk(event: SinkEvent): JsonObject {
  const { incident } = event;
  return {
    time: milliseconds(incident) / 1000,
    source: 'sluice',
    sourcetype: 'sluice:incident',
    event: incidentData(event),
    fields: {
      app: service.name,
      dlp_type: 'browser',
      vendor_product: product,
      ...(incident.findings.length === 0 ? {} : kinds(incident)),
    },
  };
}

/** Left out where there are none: an indexed field has a value. */
function kinds(incident: Incident): JsonObject {
  return { category: distinct(incident, 'category'), signature: distinct(incident, 'detector') };
}
