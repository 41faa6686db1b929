import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newSetupToken } from './auth/set-up.ts';
import { access } from './console-api/access.ts';
import type { Access } from './console-api/access.ts';
import { consolePlane } from './console-api/console-plane.ts';
import { devicePlane } from './api/device-plane.ts';
import { openApiDocument } from './openapi.ts';
import { TestBrowser, heartbeatNow, incidentAt, json } from './testing/browser.ts';
import { ConsoleVisitor } from './testing/console-visitor.ts';
import { openTestEndpoint, origin } from './testing/endpoint.ts';
import type { TestEndpoint } from './testing/endpoint.ts';

type Json = Readonly<Record<string, unknown>>;
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly (Json & { readonly name: string; readonly in: string; readonly schema: Json })[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, { readonly description: string } & Partial<Content>>>;
  readonly security: readonly Json[];
  readonly [more: `x-${string}`]: unknown;
}
interface Content {
  readonly content: Readonly<Record<string, { readonly schema: Json }>>;
}
interface Document {
  readonly openapi: string;
  readonly info: Json;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>>; readonly securitySchemes: Json };
}

const document = JSON.parse(JSON.stringify(openApiDocument())) as Document;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ route: `${method.toUpperCase()} ${path}`, operation })),
);
const operationOf = (route: string) => operations.find((each) => each.route === route)?.operation;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What `$ref` names, by its JSON pointer. */
function resolve(ref: unknown): Json | undefined {
  if (typeof ref !== 'string' || !ref.startsWith('#/')) return undefined;
  const found = ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), document);
  return isObject(found) ? found : undefined;
}

const integer = (value: unknown) => Number.isSafeInteger(value);
const number = (value: unknown) => typeof value === 'number';
const schemaLike = (value: unknown) => typeof value === 'boolean' || isObject(value);
const schemaList = (value: unknown) => Array.isArray(value) && value.length > 0 && value.every(isObject);
const typeNames = ['null', 'boolean', 'object', 'array', 'number', 'integer', 'string'];
const isPattern = (value: unknown) => typeof value === 'string' && new RegExp(value, 'u') instanceof RegExp;

/** Each keyword that the document uses, and what JSON Schema 2020-12 says its value must be. */
const keywords: Readonly<Record<string, (value: unknown) => boolean>> = {
  $ref: (value) => resolve(value) !== undefined,
  type: (value) => [value].flat().every((name) => typeNames.includes(name as string)),
  properties: (value) => isObject(value) && Object.values(value).every(schemaLike),
  required: (value) => Array.isArray(value) && new Set(value).size === value.length,
  additionalProperties: schemaLike,
  propertyNames: schemaLike,
  items: schemaLike,
  prefixItems: schemaList,
  anyOf: schemaList,
  oneOf: schemaList,
  allOf: schemaList,
  enum: (value) => Array.isArray(value) && value.length > 0,
  const: () => true,
  pattern: isPattern,
  format: (value) => ['date', 'date-time', 'uuid', 'uri', 'hostname'].includes(value as string),
  minLength: integer,
  maxLength: integer,
  minItems: integer,
  maxItems: integer,
  minimum: number,
  maximum: number,
};

/** Every schema of a schema, itself included. */
function* schemasIn(schema: unknown): Generator<Json> {
  if (!isObject(schema)) return;
  yield schema;
  for (const key of ['items', 'additionalProperties', 'propertyNames']) yield* schemasIn(schema[key]);
  for (const key of ['anyOf', 'oneOf', 'allOf', 'prefixItems'])
    for (const each of (schema[key] ?? []) as Json[]) yield* schemasIn(each);
  for (const each of Object.values((schema['properties'] ?? {}) as Json)) yield* schemasIn(each);
}

function* allSchemas(): Generator<Json> {
  for (const schema of Object.values(document.components.schemas)) yield* schemasIn(schema);
  for (const { operation } of operations) {
    for (const { schema } of operation.parameters ?? []) yield* schemasIn(schema);
    for (const { content = {} } of [operation.requestBody ?? { content: {} }, ...Object.values(operation.responses)])
      for (const { schema } of Object.values(content)) yield* schemasIn(schema);
  }
}

function hasType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}

function limitOf(schema: Json, keyword: string, otherwise: number): number {
  const limit = schema[keyword];
  return typeof limit === 'number' ? limit : otherwise;
}

/** Where a value breaks a schema; empty when it fits. Formats are not checked: each stands beside a pattern. */
function misfits(value: unknown, schema: Json, at = '$'): string[] {
  const found: string[] = [];
  const wrong = (keyword: string) => void found.push(`${at} ${keyword}`);
  const { $ref, type, properties, required, additionalProperties, items, anyOf, oneOf, allOf } = schema;
  if ($ref !== undefined) found.push(...misfits(value, resolve($ref) ?? {}, at));
  if (type !== undefined && ![type].flat().some((name) => hasType(value, name as string))) wrong('type');
  if ('const' in schema && value !== schema['const']) wrong('const');
  if (Array.isArray(schema['enum']) && !schema['enum'].includes(value)) wrong('enum');
  for (const each of (allOf ?? []) as Json[]) found.push(...misfits(value, each, at));
  for (const choice of [anyOf, oneOf] as (Json[] | undefined)[])
    if (choice && !choice.some((each) => misfits(value, each, at).length === 0)) wrong('anyOf');
  if (typeof value === 'string') {
    if (value.length < limitOf(schema, 'minLength', 0)) wrong('minLength');
    if (value.length > limitOf(schema, 'maxLength', Infinity)) wrong('maxLength');
    if (typeof schema['pattern'] === 'string' && !new RegExp(schema['pattern'], 'u').test(value)) wrong('pattern');
  }
  if (typeof value === 'number') {
    if (value < limitOf(schema, 'minimum', -Infinity)) wrong('minimum');
    if (value > limitOf(schema, 'maximum', Infinity)) wrong('maximum');
  }
  if (Array.isArray(value) && Array.isArray(schema['prefixItems']))
    for (const [index, each] of (schema['prefixItems'] as Json[]).entries())
      found.push(...misfits(value[index], each, `${at}[${index}]`));
  else if (Array.isArray(value) && isObject(items))
    found.push(...value.flatMap((each, index) => misfits(each, items, `${at}[${index}]`)));
  if (isObject(value)) {
    const known = (properties ?? {}) as Readonly<Record<string, Json>>;
    for (const name of (required ?? []) as string[]) if (!(name in value)) wrong(`required ${name}`);
    for (const [name, each] of Object.entries(value)) {
      if (known[name] !== undefined) found.push(...misfits(each, known[name], `${at}.${name}`));
      else if (additionalProperties === false) wrong(`additional ${name}`);
      else if (isObject(additionalProperties)) found.push(...misfits(each, additionalProperties, `${at}.${name}`));
    }
  }
  return found;
}

describe('the document', () => {
  it('is OpenAPI 3.1 in its structure', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    for (const { route, operation } of operations) {
      const [, path = ''] = route.split(' ');
      expect(path, route).toMatch(/^\/(v1|api)\//);
      expect(operation.summary, route).toMatch(/^\p{Lu}.*\.$/u);
      expect(Object.keys(operation.responses), route).toContain('200');
      for (const [status, response] of Object.entries(operation.responses)) {
        expect(status, route).toMatch(/^[2-5]\d\d$/);
        expect(response.description, route).not.toBe('');
      }
      const inPath = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
      expect(inPath.map(({ name }) => name)).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
      expect(inPath.every(({ required }) => required === true)).toBe(true);
      for (const need of operation.security)
        expect(Object.keys(document.components.securitySchemes), route).toEqual(
          expect.arrayContaining(Object.keys(need)),
        );
      expect(operation.requestBody !== undefined && route.startsWith('GET'), route).toBe(false);
    }
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('holds valid schemas whose references all lead somewhere', () => {
    let checked = 0;
    for (const schema of allSchemas()) {
      for (const [keyword, value] of Object.entries(schema)) {
        expect(keywords[keyword], keyword).toBeDefined();
        expect(keywords[keyword]?.(value), `${keyword}: ${JSON.stringify(value)}`).toBe(true);
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(1_000);
  });

  it('uses every schema that it names', () => {
    const text = JSON.stringify(document);
    const unused = Object.keys(document.components.schemas).filter(
      (name) => !text.includes(`"#/components/schemas/${name}"`),
    );
    expect(unused).toEqual([]);
  });

  it('refuses unknown fields in every request', () => {
    for (const { route, operation } of operations) {
      for (const { schema } of Object.values(operation.requestBody?.content ?? {})) {
        const { anyOf = [resolve(schema['$ref'])] } = (resolve(schema['$ref']) ?? {}) as { anyOf?: Json[] };
        for (const each of anyOf) expect(each?.['additionalProperties'], route).toBe(false);
      }
    }
  });
});

let endpoint: TestEndpoint;
let owner: ConsoleVisitor;
let browser: TestBrowser;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
  owner = new ConsoleVisitor(endpoint.send, endpoint.now);
  await owner.setUp((await newSetupToken(endpoint.workings))!);
  browser = await TestBrowser.join(endpoint.send, endpoint.token, endpoint.now);
});
afterAll(() => endpoint.close());

describe('the routes', () => {
  it('are those that are served, and nothing else', () => {
    const served = (prefix: string, routes: readonly { readonly method: string; readonly path: string }[]) =>
      routes
        .filter(({ method, path }) => method !== 'ALL' && path !== '*')
        .map(({ method, path }) => `${method} ${prefix}${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    const planes = [
      ...served('/v1', devicePlane(endpoint.workings).app.routes),
      ...served('/api', consolePlane(endpoint.workings, { isOwnOrigin: () => true, publicUrl: () => origin }).routes),
    ];
    expect(operations.map(({ route }) => route).sort()).toEqual([...new Set(planes)].sort());
  });

  it('say who may call them as the matrix does', () => {
    for (const [name, { who, service, fresh }] of Object.entries<Access>(access)) {
      const operation = operationOf(name.replace(' ', ' /api').replaceAll(/:(\w+)/g, '{$1}'));
      expect(operation?.['x-roles'], name).toEqual(who === 'anyone' ? [] : who);
      expect(operation?.['x-fresh-proof'], name).toBe(fresh);
      expect(operation?.['x-scope'], name).toBe(service);
      expect(operation?.security.length === 0, name).toBe(who === 'anyone');
    }
  });

  it('are told to anyone, and may be kept by a cache', async () => {
    const response = await endpoint.send('/openapi.json');
    expect(response.headers.get('cache-control')).toBe('public, max-age=3600');
    expect(await response.json()).toEqual(document);
  });
});

/** Whether an answer is one that the document names, and fits what it says of it. */
function expectToFit(route: string, status: number, body: unknown): void {
  const response = operationOf(route)?.responses[String(status)];
  expect(response, `${route} ${status}`).toBeDefined();
  const schema = response?.content?.['application/json']?.schema;
  expect(schema === undefined ? [] : misfits(body, schema), `${route} ${status}`).toEqual([]);
}

describe('real answers', () => {
  it('of the device plane fit, refusals too', async () => {
    const tried = async (route: string, pending: Promise<Response>, status: number) => {
      const response = await pending;
      expect([route, response.status]).toEqual([route, status]);
      expectToFit(route, status, status === 304 ? undefined : await response.json());
      return response;
    };
    const other = await TestBrowser.make(endpoint.send, endpoint.now);
    await tried('POST /v1/enrol', other.enrol(endpoint.token), 200);
    await tried('POST /v1/enrol', other.enrol('x'.repeat(43)), 401);
    await tried('POST /v1/enrol', other.enrol(endpoint.token, { host: 'pc-17' }), 400);
    await tried('POST /v1/token', browser.askToken(), 200);
    await tried('POST /v1/token', endpoint.send('/v1/token', json({})), 400);
    const { headers } = await tried('GET /v1/policy', browser.get('/v1/policy'), 200);
    const etag = headers.get('etag') ?? '';
    await tried('GET /v1/policy', browser.get('/v1/policy', { 'if-none-match': etag }), 304);
    await tried('GET /v1/policy', other.get('/v1/policy'), 401);
    await browser.note(incidentAt(endpoint.now()));
    await browser.note('{"prompt":"x"}');
    const batch = { chain: browser.chain, from: 0, entries: browser.entries };
    await tried('POST /v1/incidents', browser.post('/v1/incidents', batch), 200);
    await tried('POST /v1/incidents', browser.post('/v1/incidents', {}), 400);
    await tried('POST /v1/incidents', browser.post('/v1/incidents', { text: 'x'.repeat(1_100_000) }), 413);
    await tried('POST /v1/heartbeat', browser.post('/v1/heartbeat', heartbeatNow()), 200);
    await tried('POST /v1/heartbeat', browser.post('/v1/heartbeat', {}), 400);
  });

  it('of the console fit, refusals too', async () => {
    await owner.call('POST', '/tokens', { title: 'Pilot', days: 30, uses: 5, needsApproval: false });
    await owner.call('POST', '/api-keys', { title: 'Export', scopes: ['audit'], days: 1 });
    const settings = { url: 'https://collector.example', acknowledge: false };
    await owner.call('POST', '/sinks', { kind: 'splunk', title: 'S', settings, secret: 'x' });
    const policy = { ...((await owner.call('GET', '/policy')).body as { document: { policy: Json } }) }.document.policy;
    const calls = [
      ['POST', '/proposals', { policy }],
      ['POST', '/proposals', { policy: { ...policy, mode: 'spy' } }],
      ['POST', '/people', { roles: ['analyst'] }],
      ['POST', '/people', { roles: [] }],
      ['POST', '/sinks', { kind: 'splunk', title: 'S', settings: {} }],
      ['POST', '/setup/check', { token: 'x'.repeat(43) }],
      ['POST', '/session', { name: 'Nobody', password: 'x', code: '000000' }],
      ['POST', '/session/proof', { code: '000000' }],
      ['POST', '/messages', { pseudonym: 'a'.repeat(20), template: 'rotate-key' }],
      ['POST', '/messages', { pseudonym: 'a'.repeat(20), template: 'hello' }],
      ['PUT', '/devices', { csv: 'sales,40' }],
      ['PUT', '/devices', { csv: 'sales,many' }],
      ['POST', '/passkey/options'],
      ['POST', '/passkeys/options'],
      ['POST', '/session/proof/options'],
      ['POST', '/passkeys', {}],
      ['POST', '/recovery-codes'],
    ] as const;
    for (const [method, path, body] of calls) {
      const answer = await owner.call(method, path, body);
      expectToFit(`${method} /api${path}`, answer.status, answer.body);
    }
    const reads = operations.filter(({ route }) => route.startsWith('GET /api') && !/\{|export|oidc\//.test(route));
    expect(reads.length).toBeGreaterThan(10);
    for (const { route } of reads) {
      const query = route === 'GET /api/counts' ? '?from=2026-01-01&to=2026-01-02' : '';
      const answer = await owner.call('GET', route.slice('GET /api'.length) + query);
      expect([route, answer.status]).toEqual([route, 200]);
      expectToFit(route, 200, answer.body);
    }
    const stranger = await new ConsoleVisitor(endpoint.send, endpoint.now).call('GET', '/people');
    expectToFit('GET /api/people', stranger.status, stranger.body);
  });
});
