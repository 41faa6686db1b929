import { choice, each, integer, json, many, object, opaque, required, text, time } from './ocsf-attributes.ts';
import type { OcsfObject } from './ocsf-attributes.ts';

export const severities = choice('severity', {
  ...{ 0: 'Unknown', 1: 'Informational', 2: 'Low', 3: 'Medium', 4: 'High', 5: 'Critical', 6: 'Fatal' },
  ...{ 99: 'Other' },
});

/** Class 0, which all others are made from. https://schema.ocsf.io/1.4.0/base_event */
export const baseEvent: OcsfObject = {
  attributes: {
    ...each('activity_name category_name class_name message raw_data severity status status_code status_detail', text),
    ...each('type_name', text),
    ...each('count duration timezone_offset', integer),
    ...each('end_time start_time', time),
    ...each('enrichments observables', many(opaque)),
    activity_id: required(choice('activity_name', { 0: 'Unknown', 99: 'Other' })),
    category_uid: required(choice('category_name', { 0: 'Uncategorized' })),
    class_uid: required(choice('class_name', { 0: 'Base Event' })),
    type_uid: required(choice('type_name', { 0: 'Base Event: Unknown', 99: 'Base Event: Other' })),
    severity_id: required(severities),
    status_id: choice('status', { 0: 'Unknown', 1: 'Success', 2: 'Failure', 99: 'Other' }),
    time: required(time),
    metadata: required(object('metadata')),
    unmapped: json,
  },
};
