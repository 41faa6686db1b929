import type { Incident, IncidentFinding } from '../../../lib/contract/incident.ts';
import type { Outcome } from '../../../lib/vocabulary/actions.ts';
import type { Severity } from '../../../lib/vocabulary/content.ts';
import { decidingFinding, distinct, message, milliseconds, product, service, titles } from './event.ts';
import type { JsonObject, SinkEvent } from './event.ts';
import { named } from './ocsf-choice.ts';
import type { Choice } from './ocsf-choice.ts';
import { dataSecurity } from './ocsf-data-security.ts';

const allowed: Choice = [1, 'Allowed'];
const denied: Choice = [2, 'Denied'];
const observed: Choice = [3, 'Observed'];
const modified: Choice = [4, 'Modified'];

interface Control {
  readonly action: Choice;
  readonly disposition: Choice;
  /** Something left that was found, or was stopped without the person's own doing. */
  readonly isAlert: boolean;
}

const controls: Readonly<Record<Outcome, Control>> = {
  'sent-clean': { action: observed, disposition: [17, 'Logged'], isAlert: false },
  replaced: { action: modified, disposition: [11, 'Corrected'], isAlert: false },
  edited: { action: denied, disposition: [25, 'Rejected'], isAlert: false },
  'sent-anyway': { action: observed, disposition: [19, 'Alert'], isAlert: true },
  justified: { action: allowed, disposition: [1, 'Allowed'], isAlert: true },
  blocked: { action: denied, disposition: [2, 'Blocked'], isAlert: true },
  refused: { action: denied, disposition: [2, 'Blocked'], isAlert: true },
  observed: { action: observed, disposition: [15, 'Detected'], isAlert: true },
  unchecked: { action: allowed, disposition: [16, 'No Action'], isAlert: true },
  abandoned: { action: denied, disposition: [99, 'Abandoned'], isAlert: false },
};

const severities: Readonly<Record<Severity | 'none', Choice>> = {
  none: [1, 'Informational'],
  low: [2, 'Low'],
  medium: [3, 'Medium'],
  high: [4, 'High'],
  critical: [5, 'Critical'],
};

/**
 * A Data Security Finding (class 2006, activity Create) with the profile `security_control`. The version says 1.8.0; every attribute
 * has been there since 1.4.0. `finding_info.uid` and `metadata.uid` are the incident's id; `time` is milliseconds since 1970.
 * `pattern_match` is left out for good: it is the matching text.
 * https://schema.ocsf.io/1.8.0/classes/data_security_finding
 */
export function toOcsf(event: SinkEvent): JsonObject {
  const { incident, pseudonym } = event;
  return {
    ...classification,
    time: milliseconds(incident),
    message: message(event),
    ...named('severity', severities[event.severity ?? 'none']),
    ...named('status', [1, 'New']),
    ...control(incident),
    metadata: {
      version: '1.8.0',
      profiles: ['security_control'],
      product: { name: product, vendor_name: product, version: event.version },
      uid: incident.id,
      tenant_uid: event.orgId,
    },
    finding_info: findingInfo(incident),
    data_security: dataSecurity(incident),
    actor: { user: { uid: pseudonym } },
    device: { uid: pseudonym, ...named('type', [8, 'Browser']) },
    dst_endpoint: { domain: service.domain, svc_name: service.name },
    unmapped: unmapped(incident),
  };
}

const classification: JsonObject = {
  category_uid: 2,
  category_name: 'Findings',
  class_uid: 2006,
  class_name: 'Data Security Finding',
  activity_id: 1,
  activity_name: 'Create',
  type_uid: 200601,
  type_name: 'Data Security Finding: Create',
};

function control({ outcome }: Incident): JsonObject {
  const { action, disposition, isAlert } = controls[outcome];
  return { ...named('action', action), ...named('disposition', disposition), is_alert: isAlert };
}

function findingInfo(incident: Incident): JsonObject {
  const deciding = decidingFinding(incident);
  const others = incident.findings.filter((finding) => finding !== deciding);
  return {
    uid: incident.id,
    title: titles[incident.outcome],
    created_time: milliseconds(incident),
    types: incident.cause === undefined ? distinct(incident, 'category') : [incident.cause],
    analytic: deciding === undefined ? undefined : analytic(deciding),
    related_analytics: others.length === 0 ? undefined : others.map(analytic),
  };
}

function analytic({ detector, version, category }: IncidentFinding): JsonObject {
  return { ...named('type', [1, 'Rule']), uid: detector, name: detector, category, version: String(version) };
}

/** What the class has no attribute for. */
function unmapped(incident: Incident): JsonObject {
  return {
    surface: incident.surface,
    ring: incident.ring,
    policy_action: incident.action,
    outcome: incident.outcome,
    justification: incident.justification,
    cause: incident.cause,
    rules: distinct(incident, 'rule'),
    length: incident.length,
    extension: incident.extension,
    browser: { family: incident.browser.family, major: incident.browser.major },
    chain_restarted: incident.chainRestarted,
  };
}
