// The terms in which `ocsf-schema.test-data.ts` writes down a class and its objects.

export interface OcsfAttribute {
  /** `opaque`: a name that is allowed, with an object behind it that is not described here and is refused. */
  readonly type: 'string' | 'integer' | 'boolean' | 'timestamp' | 'object' | 'json' | 'opaque';
  /** The object's name, for the type `object`. */
  readonly object?: string;
  readonly array?: true;
  readonly required?: true;
  /** Allowed only where `metadata.profiles` lists it. */
  readonly profile?: string;
  /** Ids and their captions. */
  readonly values?: Readonly<Record<number, string>>;
  /** The attribute that carries the caption. */
  readonly caption?: string;
}

export interface OcsfObject {
  readonly attributes: Readonly<Record<string, OcsfAttribute>>;
  /** Each list needs one of its names. */
  readonly atLeastOne?: readonly (readonly string[])[];
}

export const text: OcsfAttribute = { type: 'string' };
export const integer: OcsfAttribute = { type: 'integer' };
export const flag: OcsfAttribute = { type: 'boolean' };
export const time: OcsfAttribute = { type: 'timestamp' };
export const opaque: OcsfAttribute = { type: 'opaque' };
export const json: OcsfAttribute = { type: 'json' };
export const object = (name: string): OcsfAttribute => ({ type: 'object', object: name });
export const many = (attribute: OcsfAttribute): OcsfAttribute => ({ ...attribute, array: true });
export const required = (attribute: OcsfAttribute): OcsfAttribute => ({ ...attribute, required: true });
export const choice = (caption: string, values: Readonly<Record<number, string>>): OcsfAttribute => ({
  type: 'integer',
  caption,
  values,
});

/** The same attribute under several names. */
export function each(names: string, attribute: OcsfAttribute): Readonly<Record<string, OcsfAttribute>> {
  return Object.fromEntries(names.split(' ').map((name) => [name, attribute]));
}

/** Attributes that a profile adds. */
export function ofProfile(
  profile: string,
  attributes: Readonly<Record<string, OcsfAttribute>>,
): Readonly<Record<string, OcsfAttribute>> {
  return Object.fromEntries(Object.entries(attributes).map(([name, attribute]) => [name, { ...attribute, profile }]));
}
