import type { Incident } from '../../../lib/contract/incident.ts';
import type { Category } from '../../../lib/vocabulary/content.ts';
import type { Ring } from '../../../lib/vocabulary/states.ts';
import { distinct, policyVersion, total } from './event.ts';
import type { JsonObject } from './event.ts';
import { named } from './ocsf-choice.ts';
import type { Choice } from './ocsf-choice.ts';

const categoryChoices: Readonly<Record<Category, Choice>> = {
  credential: [6, 'Security'],
  financial: [3, 'Financial'],
  identity: [2, 'Governmental'],
  contact: [1, 'Personal'],
  health: [1, 'Personal'],
  person: [1, 'Personal'],
  organisation: [4, 'Business'],
};

const restricted: Choice = [6, 'Restricted'];
const confidential: Choice = [2, 'Confidential'];
const personal: Choice = [5, 'Private'];

/** From strict to lenient: where several kinds were found, the first of these holds. */
const confidentialities: readonly (readonly [Choice, readonly Category[]])[] = [
  [restricted, ['credential']],
  [confidential, ['financial', 'organisation']],
  [personal, ['identity', 'contact', 'health', 'person']],
];

const lifecycles: Readonly<Record<Ring, Choice>> = {
  composer: [3, 'Data in-Use'],
  page: [2, 'Data in-Transit'],
  network: [2, 'Data in-Transit'],
};

/**
 * The object `data_security`: kinds and counts, never what matched. `detection_pattern` is `detector@version` of each finding.
 * https://schema.ocsf.io/1.8.0/objects/data_security
 */
export function dataSecurity(incident: Incident): JsonObject {
  return {
    ...named('category', categoryOf(incident)),
    ...confidentialityOf(incident),
    ...named('data_lifecycle_state', lifecycles[incident.ring]),
    ...named('detection_system', [1, 'Endpoint']), // an agent on the device; 10 is for what is built into the tool itself
    ...found(incident),
    policy: {
      uid: incident.policy.source,
      name: `${incident.policy.source} policy`,
      version: policyVersion(incident),
      is_applied: incident.outcome !== 'observed' && incident.outcome !== 'unchecked',
    },
  };
}

function categoryOf(incident: Incident): Choice {
  const categories = distinct(incident, 'category');
  const ids = new Map(categories.map((category) => [categoryChoices[category][0], categoryChoices[category]]));
  const [only, ...more] = ids.values();
  if (only === undefined) return [0, 'Unknown'];
  return more.length === 0 ? only : [99, categories.join(', ')];
}

function confidentialityOf(incident: Incident): JsonObject {
  const categories = distinct(incident, 'category');
  const strictest = confidentialities.find(([, list]) => list.some((category) => categories.includes(category)));
  return strictest === undefined ? {} : named('confidentiality', strictest[0]);
}

function found(incident: Incident): JsonObject {
  const { findings } = incident;
  if (findings.length === 0) return {};
  const patterns = new Set(findings.map(({ detector, version }) => `${detector}@${version}`));
  const counts = new Map<string, number>();
  for (const { detector, count } of findings) counts.set(detector, (counts.get(detector) ?? 0) + count);
  return {
    detection_pattern: [...patterns].join(', '),
    discovery_details: [...counts].map(([type, count]) => ({ type, count })),
    total: total(incident),
  };
}
