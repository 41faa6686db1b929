import { describe, expect, it } from 'vitest';
import { toOcsf } from '../sinks/formats/ocsf.ts';
import { validateOcsf } from './ocsf-validator.ts';
import { sinkEvents } from './sink-events.ts';

type Members = Record<string, unknown>;

const good = () => JSON.parse(JSON.stringify(toOcsf(sinkEvents['blocked, two kinds']!))) as Members;

/** A good event with one member set; `undefined` takes it out. */
function broken(path: string, value: unknown): Members {
  const event = good();
  const names = path.split('.');
  const last = names.pop()!;
  const parent = names.reduce((members, name) => members[name] as Members, event);
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else parent[last] = value;
  return event;
}

const missing = [
  ...['activity_id', 'category_uid', 'class_uid', 'type_uid', 'severity_id', 'time', 'metadata', 'finding_info'],
  ...['metadata.product', 'metadata.version', 'finding_info.uid', 'finding_info.analytic.type_id', 'device.type_id'],
];

const wrong: readonly (readonly [what: string, path: string, value: unknown, says: string])[] = [
  ['a type that is not of its class', 'type_uid', 200602, 'type_uid: not class_uid'],
  ['another class', 'class_uid', 2004, 'class_uid: not of the enumeration'],
  ['an activity that there is not', 'activity_id', 7, 'activity_id: not of the enumeration'],
  ['an activity that is deprecated', 'activity_id', 4, 'activity_id: not of the enumeration'],
  ['a severity that there is not', 'severity_id', 7, 'severity_id: not of the enumeration'],
  ['a disposition that there is not', 'disposition_id', 28, 'disposition_id: not of the enumeration'],
  ['an id as text', 'action_id', '2', 'action_id: not of type integer'],
  ['a caption of another id', 'action', 'Allowed', 'action_id: action does not go with it'],
  ['seconds for milliseconds', 'time', 1_764_067_200, 'time: not of type timestamp'],
  ['a time as text', 'time', '2026-11-25T10:35:00Z', 'time: not of type timestamp'],
  ['an attribute of another class', 'evidences', [], 'evidences: not an attribute'],
  ['an attribute that is younger than 1.4', 'metadata.reporter', {}, 'metadata.reporter: not an attribute'],
  ['an attribute of no object', 'data_security.policy.rule', {}, 'data_security.policy.rule: not an attribute'],
  ['a name that every object has', 'constructor', {}, 'constructor: not an attribute'],
  ['an object that is not described', 'file', { name: 'a', type_id: 1 }, 'file: not of type opaque'],
  ['a profile that is not listed', 'metadata.profiles', [], 'action_id: needs the profile security_control'],
  ['an attribute of a profile that is not listed', 'priority_id', 1, 'priority_id: needs the profile incident'],
  ['one for a list', 'finding_info.types', 'credential', 'finding_info.types: not a list'],
  ['a number in a list of texts', 'finding_info.types', [1], 'finding_info.types: not of type string'],
  ['a list for one', 'actor', [], 'actor: not of type object'],
  ['null', 'message', null, 'message: not of type string'],
  ['an actor who is nobody', 'actor', {}, 'actor.: needs one of process, user'],
  ['a user without a name or id', 'actor.user', {}, 'actor.user.: needs one of account, name, uid'],
  ['an endpoint that is nowhere', 'dst_endpoint', { port: 443 }, 'dst_endpoint.: needs one of ip'],
  ['a policy without a name or id', 'data_security.policy', { version: '1' }, 'policy.: needs one of name, uid'],
  ['no kind of data', 'data_security', { detection_pattern: 'a@1' }, 'data_security.: needs one of category_id'],
  ['no way of detection', 'data_security', { category_id: 6 }, 'data_security.: needs one of data_lifecycle_state_id'],
];

describe('the OCSF validator', () => {
  it('accepts a good event', () => {
    expect(validateOcsf(good())).toEqual([]);
  });

  it.each([undefined, null, [], 'event'])('refuses what is no object: %j', (value) => {
    expect(validateOcsf(value)).toEqual(['event: not an object']);
  });

  it.each(missing)('refuses an event without %s', (path) => {
    expect(validateOcsf(broken(path, undefined))).toContain(`${path}: missing`);
  });

  it.each(wrong)('refuses %s', (_, path, value, says) => {
    expect(validateOcsf(broken(path, value)).join('\n')).toContain(says);
  });

  it('refuses Other without a word of its own', () => {
    const event = { ...broken('disposition', undefined), disposition_id: 99 };
    expect(validateOcsf(event)).toEqual(['disposition_id: disposition does not go with it']);
  });
});
