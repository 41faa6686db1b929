import type { OcsfAttribute, OcsfObject } from './ocsf-attributes.ts';
import { baseEvent } from './ocsf-base-event.test-data.ts';
import { dataSecurityFinding, ocsfObjects } from './ocsf-schema.test-data.ts';

type Members = Readonly<Record<string, unknown>>;

/** Where in an event something stands, and the profiles that the event names. */
interface Place {
  readonly path: string;
  readonly profiles: readonly unknown[];
}

/**
 * What is wrong with an event of class 2006, or of class 0 where it says so, one line each, such as `metadata.version: missing`; nothing where it follows the schema.
 * Takes what `JSON.parse` gives: a member that is there with the value `undefined` is wrong.
 */
export function validateOcsf(event: unknown): readonly string[] {
  if (!isMembers(event)) return ['event: not an object'];
  const { metadata, class_uid: named } = event;
  const profiles =
    isMembers(metadata) && Array.isArray(metadata['profiles']) ? (metadata['profiles'] as unknown[]) : [];
  return [
    ...inObject(event, named === 0 ? baseEvent : dataSecurityFinding, { path: '', profiles }),
    ...inTypeUid(event),
  ];
}

function* inTypeUid({ class_uid: classUid, activity_id: activity, type_uid: type }: Members): Generator<string> {
  if (Number(type) !== Number(classUid) * 100 + Number(activity)) yield 'type_uid: not class_uid * 100 + activity_id';
}

function* inObject(members: Members, { attributes, atLeastOne = [] }: OcsfObject, place: Place): Generator<string> {
  const has = (name: string) => Object.hasOwn(members, name);
  for (const [name, attribute] of Object.entries(attributes)) {
    if (attribute.required && !has(name)) yield `${place.path}${name}: missing`;
  }
  for (const names of atLeastOne) {
    if (!names.some(has)) yield `${place.path}: needs one of ${names.join(', ')}`;
  }
  for (const [name, value] of Object.entries(members)) {
    const inside = { ...place, path: place.path + name };
    const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    if (attribute === undefined) yield `${inside.path}: not an attribute`;
    else yield* inAttribute(value, { attribute, members, place: inside });
  }
}

interface Context {
  readonly attribute: OcsfAttribute;
  readonly members: Members;
  readonly place: Place;
}

function* inAttribute(value: unknown, { attribute, members, place }: Context): Generator<string> {
  const { profile, values } = attribute;
  if (profile !== undefined && !place.profiles.includes(profile)) yield `${place.path}: needs the profile ${profile}`;
  if (attribute.array && !Array.isArray(value)) {
    yield `${place.path}: not a list`;
    return;
  }
  const items: readonly unknown[] = attribute.array ? (value as unknown[]) : [value];
  for (const item of items) yield* inValue(item, attribute, place);
  if (values === undefined) return;
  if (!Object.hasOwn(values, String(value))) yield `${place.path}: not of the enumeration`;
  else yield* inCaption(Number(value), { attribute, members, place });
}

/** A caption says what the id says. With 99 there has to be one, and it is the source's own. */
function* inCaption(id: number, { attribute, members, place }: Context): Generator<string> {
  const { caption = '', values = {} } = attribute;
  const said = members[caption];
  if (id === 99 ? said === undefined : said !== undefined && said !== values[id]) {
    yield `${place.path}: ${caption} does not go with it`;
  }
}

function* inValue(value: unknown, { type, object = '' }: OcsfAttribute, place: Place): Generator<string> {
  const rules = ocsfObjects[object];
  if (type === 'object' && isMembers(value) && rules !== undefined) {
    yield* inObject(value, rules, { ...place, path: `${place.path}.` });
  } else if (!isOfType(value, type)) {
    yield `${place.path}: not of type ${type}`;
  }
}

function isOfType(value: unknown, type: OcsfAttribute['type']): boolean {
  if (type === 'string') return typeof value === 'string';
  if (type === 'integer') return Number.isSafeInteger(value);
  if (type === 'boolean') return typeof value === 'boolean';
  // Milliseconds; seconds would be in 1970, nanoseconds beyond any calendar.
  if (type === 'timestamp') return Number.isSafeInteger(value) && Number(value) > 1e12 && Number(value) < 1e14;
  return type === 'json' && isMembers(value);
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
