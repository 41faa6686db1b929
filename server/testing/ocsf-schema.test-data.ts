import {
  choice,
  each,
  flag,
  integer,
  json,
  many,
  object,
  ofProfile,
  opaque,
  required,
  text,
  time,
} from './ocsf-attributes.ts';
import type { OcsfAttribute, OcsfObject } from './ocsf-attributes.ts';
import { severities } from './ocsf-base-event.test-data.ts';
import {
  activities,
  analyticTypes,
  detectionSystems,
  dispositions,
  endpointTypes,
  levels,
  riskLevels,
} from './ocsf-enumerations.ts';

/**
 * What OCSF 1.4.0 says of classes 2006 and 0 and of the objects in them that we fill: names, types, enumerations, constraints. Later
 * versions up to 1.8.0 add names and take none away; names that only they know are missing here on purpose.
 * https://schema.ocsf.io/1.4.0/classes/data_security_finding
 * https://github.com/ocsf/ocsf-schema/tree/v1.4.0
 */

const classifications: OcsfObject = {
  attributes: {
    ...each('category confidentiality src_url status uid', text),
    category_id: choice('category', {
      ...{ 0: 'Unknown', 1: 'Personal', 2: 'Governmental', 3: 'Financial', 4: 'Business' },
      ...{ 5: 'Military and Law Enforcement', 6: 'Security', 99: 'Other' },
    }),
    classifier_details: opaque,
    confidentiality_id: choice('confidentiality', {
      ...{ 0: 'Unknown', 1: 'Not Confidential', 2: 'Confidential', 3: 'Secret', 4: 'Top Secret' },
      ...{ 5: 'Private', 6: 'Restricted', 99: 'Other' },
    }),
    discovery_details: many(object('discovery_details')),
    policy: object('policy'),
    size: integer,
    status_details: many(text),
    status_id: choice('status', { 0: 'Unknown', 1: 'Complete', 2: 'Partial', 3: 'Fail', 99: 'Other' }),
    total: integer,
  },
};

const entity = [['name', 'uid']];
const reachable = ['ip', 'uid', 'name', 'hostname', 'instance_uid', 'interface_uid', 'interface_name'];

const endpointAttributes: Readonly<Record<string, OcsfAttribute>> = {
  ...each('domain hostname instance_uid interface_name interface_uid ip mac name subnet_uid', text),
  ...each('type uid vlan_uid vpc_uid zone', text),
  ...each('agent_list hw_info location os owner', opaque),
  type_id: choice('type', endpointTypes),
};

const securityControl = ofProfile('security_control', {
  ...each('action disposition', text),
  action_id: choice('action', {
    ...{ 0: 'Unknown', 1: 'Allowed', 2: 'Denied', 3: 'Observed', 4: 'Modified', 99: 'Other' },
  }),
  disposition_id: choice('disposition', dispositions),
  ...each('attacks authorizations malware', many(opaque)),
  firewall_rule: opaque,
  policy: object('policy'),
});

const incidentProfile = ofProfile('incident', {
  ...each('priority src_url verdict', text),
  ...each('assignee assignee_group ticket', opaque),
  is_suspected_breach: flag,
  priority_id: choice('priority', { 0: 'Unknown', 1: 'Low', 2: 'Medium', 3: 'High', 4: 'Critical', 99: 'Other' }),
});

/** Class 2006. */
export const dataSecurityFinding: OcsfObject = {
  attributes: {
    ...securityControl,
    ...incidentProfile,
    ...ofProfile('cloud', { api: opaque, cloud: opaque }),
    ...ofProfile('osint', { osint: many(opaque) }),
    ...each('activity_name category_name class_name comment confidence impact message raw_data risk_details', text),
    ...each('risk_level severity status status_code status_detail type_name', text),
    ...each('confidence_score count duration impact_score risk_score timezone_offset', integer),
    ...each('end_time start_time', time),
    ...each('database databucket file table vendor_attributes', opaque),
    ...each('enrichments observables resources', many(opaque)),
    activity_id: required(choice('activity_name', activities)),
    category_uid: required(choice('category_name', { 2: 'Findings' })),
    class_uid: required(choice('class_name', { 2006: 'Data Security Finding' })),
    type_uid: required(
      choice(
        'type_name',
        Object.fromEntries(
          Object.entries(activities).map(([id, caption]) => [200600 + Number(id), `Data Security Finding: ${caption}`]),
        ),
      ),
    ),
    severity_id: required(severities),
    status_id: choice('status', {
      ...{ 0: 'Unknown', 1: 'New', 2: 'In Progress', 3: 'Suppressed', 4: 'Resolved', 5: 'Archived', 99: 'Other' },
    }),
    confidence_id: choice('confidence', levels),
    impact_id: choice('impact', { ...levels, 4: 'Critical' }),
    risk_level_id: choice('risk_level', riskLevels),
    time: required(time),
    metadata: required(object('metadata')),
    finding_info: required(object('finding_info')),
    is_alert: flag,
    actor: object('actor'),
    data_security: object('data_security'),
    device: object('device'),
    dst_endpoint: object('network_endpoint'),
    src_endpoint: object('network_endpoint'),
    unmapped: json,
  },
};

export const ocsfObjects: Readonly<Record<string, OcsfObject>> = {
  metadata: {
    attributes: {
      ...each('correlation_uid event_code log_level log_name log_provider log_version original_time', text),
      ...each('tenant_uid uid', text),
      ...each('logged_time modified_time processed_time', time),
      ...each('debug labels profiles', many(text)),
      ...each('extensions loggers tags', many(opaque)),
      product: required(object('product')),
      sequence: integer,
      version: required(text),
    },
  },
  product: {
    attributes: { ...each('cpe_name lang name path uid url_string vendor_name version', text), feature: opaque },
    atLeastOne: entity,
  },
  finding_info: {
    attributes: {
      ...each('desc product_uid src_url title uid_alt', text),
      ...each('created_time first_seen_time last_seen_time modified_time', time),
      ...each('data_sources types', many(text)),
      ...each('attacks kill_chain related_events tags', many(opaque)),
      analytic: object('analytic'),
      product: object('product'),
      related_analytics: many(object('analytic')),
      related_events_count: integer,
      uid: required(text),
    },
  },
  analytic: {
    attributes: {
      ...each('category desc name type uid version', text),
      type_id: required(choice('type', analyticTypes)),
    },
    atLeastOne: entity,
  },
  data_security: {
    attributes: {
      ...classifications.attributes,
      ...each('data_lifecycle_state detection_pattern detection_system pattern_match', text),
      data_lifecycle_state_id: choice('data_lifecycle_state', {
        ...{ 0: 'Unknown', 1: 'Data at-Rest', 2: 'Data in-Transit', 3: 'Data in-Use', 99: 'Other' },
      }),
      detection_system_id: choice('detection_system', detectionSystems),
    },
    atLeastOne: [
      ['data_lifecycle_state_id', 'detection_pattern', 'detection_system_id', 'policy'],
      ['category_id', 'confidentiality_id'],
    ],
  },
  discovery_details: { attributes: { count: integer, type: text, value: text, occurrences: many(opaque) } },
  policy: {
    attributes: { ...each('desc name uid version', text), group: opaque, is_applied: flag },
    atLeastOne: entity,
  },
  actor: {
    attributes: {
      ...each('app_name app_uid invoked_by', text),
      ...each('idp process session', opaque),
      authorizations: many(opaque),
      user: object('user'),
    },
    atLeastOne: [['process', 'user', 'invoked_by', 'session', 'app_name', 'app_uid']],
  },
  user: {
    attributes: {
      ...each('credential_uid domain email_addr forward_addr full_name name phone_number risk_level type', text),
      ...each('uid uid_alt', text),
      ...each('account ldap_person org', opaque),
      groups: many(opaque),
      has_mfa: flag,
      risk_level_id: choice('risk_level', riskLevels),
      risk_score: integer,
      type_id: choice('type', { 0: 'Unknown', 1: 'User', 2: 'Admin', 3: 'System', 99: 'Other' }),
    },
    atLeastOne: [['account', 'name', 'uid']],
  },
  device: {
    attributes: {
      ...endpointAttributes,
      ...each('autoscale_uid desc hypervisor imei model os_machine_uuid region risk_level subnet uid_alt', text),
      ...each('vendor_name', text),
      ...each('boot_time created_time first_seen_time last_seen_time modified_time', time),
      ...each('is_compliant is_managed is_personal is_trusted', flag),
      ...each('image org', opaque),
      ...each('groups network_interfaces', many(opaque)),
      imei_list: many(text),
      risk_level_id: choice('risk_level', riskLevels),
      risk_score: integer,
      type_id: required(choice('type', endpointTypes)),
    },
    atLeastOne: [reachable],
  },
  network_endpoint: {
    attributes: {
      ...endpointAttributes,
      ...each('autonomous_system proxy_endpoint', opaque),
      intermediate_ips: many(text),
      port: integer,
      svc_name: text,
    },
    atLeastOne: [[...reachable, 'svc_name', 'domain']],
  },
};
