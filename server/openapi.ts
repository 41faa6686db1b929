import { Hono } from 'hono';
import { installStateHeader } from '../lib/contract/enrolment.ts';
import { access } from './console-api/access.ts';
import type { Access, RouteName } from './console-api/access.ts';
import { consoleRoutes } from './openapi-console-routes.ts';
import { deviceRoutes } from './openapi-device-routes.ts';
import type { Described } from './openapi-device-routes.ts';
import { jsonSchema, jsonSchemas, refTo } from './openapi-schemas.ts';
import type { JsonSchema } from './openapi-schemas.ts';
import { installStates } from './vocabulary.ts';

// The description of both planes as OpenAPI 3.1, made of the schemas that read the requests. https://spec.openapis.org/oas/v3.1.1

type Reasons = Readonly<Record<string, readonly string[]>>;

/** What a plane adds to each of its routes. */
interface Plane {
  readonly prefix: string;
  readonly tag: string;
  readonly refused: JsonSchema;
  /** Reasons that any route may give, by status. */
  readonly reasonsOf: (route: string, described: Described) => Reasons;
  /** Who may call a route, as fields of its operation. */
  readonly accessOf: (route: string) => JsonSchema;
}

const bodyReasons = { 400: ['unreadable-envelope'], 413: ['too-large'], 415: ['unknown-encoding'] };
const outages = { 500: ['internal'], 503: ['database-away'] };

const devices: Plane = {
  prefix: '/v1',
  tag: 'devices',
  refused: refTo('DeviceRefused'),
  reasonsOf: (route, { request }) => {
    const isOpen = isOpenToDevices(route);
    return merge(
      request === undefined ? {} : bodyReasons,
      { 429: ['too-many-requests'] },
      isOpen ? {} : { 401: ['token-refused', 'install-revoked'] },
      route === 'POST /incidents' ? { 503: ['overloaded'] } : {},
      outages,
    );
  },
  accessOf: (route) => ({ security: isOpenToDevices(route) ? [] : [{ bearer: [] }] }),
};

/** A token or a key in the body speaks for itself there. */
function isOpenToDevices(route: string): boolean {
  return route === 'POST /enrol' || route === 'POST /token';
}

const people: Plane = {
  prefix: '/api',
  tag: 'console',
  refused: refTo('Refused'),
  reasonsOf: (route, { request }) => {
    const { who, fresh } = needed(route);
    const isChange = !route.startsWith('GET');
    return merge(
      request === undefined ? {} : bodyReasons,
      isChange ? { 403: ['cross-site'] } : {},
      who === 'anyone' ? { 429: ['too-many-requests'] } : { 401: ['sign-in-needed'], 403: ['role-refused'] },
      fresh === true ? { 403: ['proof-needed'] } : {},
      outages,
    );
  },
  accessOf(route) {
    const { who, service, fresh } = needed(route);
    const cookie = { cookie: [] };
    const key = service === undefined ? [] : [{ key: [] }];
    return {
      security: who === 'anyone' ? [] : [cookie, ...key],
      'x-roles': who === 'anyone' ? [] : who,
      ...(service === undefined ? {} : { 'x-scope': service }),
      ...(fresh === true ? { 'x-fresh-proof': true } : {}),
    };
  },
};

function needed(route: string): Access {
  return access[route as RouteName]; // the keys of `consoleRoutes` are route names
}

/** The whole document. */
export function openApiDocument(): JsonSchema {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Sluice endpoint',
      version: '1',
      description:
        'Below /v1 the browsers speak, below /api the console and programs with a key. Requests with a field that is not here are refused.',
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    tags: [
      { name: devices.tag, description: 'What the extension calls.' },
      { name: people.tag, description: 'What the console calls. A change from a page needs the header `x-sluice: 1`.' },
    ],
    paths: pathsOf([
      ...Object.entries<Described>(deviceRoutes).map((entry) => [devices, ...entry] as const),
      ...Object.entries<Described>(consoleRoutes).map((entry) => [people, ...entry] as const),
    ]),
    components: {
      schemas: { ...jsonSchemas(), DeviceRefused: deviceRefused },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'Of one installation, from `POST /v1/token`.' },
        cookie: { type: 'apiKey', in: 'cookie', name: '__Host-sluice', description: 'The session of a person.' },
        key: { type: 'http', scheme: 'bearer', description: 'The API key of a program; `x-scope` is what it needs.' },
      },
    },
  };
}

const deviceRefused: JsonSchema = {
  type: 'object',
  properties: { reason: { type: 'string' } },
  required: ['reason'],
  additionalProperties: false,
};

function pathsOf(routes: readonly (readonly [Plane, string, Described])[]): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const [plane, route, described] of routes) {
    const [method = '', path = ''] = route.split(' ');
    const address = `${plane.prefix}${path.replaceAll(/:(\w+)/g, '{$1}')}`;
    paths[address] = { ...paths[address], [method.toLowerCase()]: operation(plane, route, described) };
  }
  return paths;
}

function operation(plane: Plane, route: string, described: Described): JsonSchema {
  const { summary, request, reply, errors } = described;
  const parameters = [
    ...pathParameters(route, described),
    ...queryParameters(described),
    ...headerParameters(plane, route),
  ];
  const reasons = merge(errors ?? {}, plane.reasonsOf(route, described));
  return {
    operationId: `${plane.tag}-${route.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`,
    tags: [plane.tag],
    summary,
    ...plane.accessOf(route),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(request === undefined ? {} : { requestBody: { required: true, content: json(refTo(request)) } }),
    responses: {
      200: {
        description: 'Done.',
        content: contentOf(reply),
        ...(plane === devices ? { headers: deviceHeaders(route) } : {}),
      },
      ...(plane === devices && route === 'GET /policy'
        ? { 304: { description: 'The tag is that of the policy.' } }
        : {}),
      ...(reply === 'redirect' ? { 302: { description: 'The way to the provider.' } } : {}),
      ...Object.fromEntries(
        Object.entries(reasons).map(([status, given]) => [status, refusal(status, given, plane.refused)]),
      ),
    },
  };
}

function contentOf(reply: Described['reply']): JsonSchema {
  if (reply === 'lines') return { 'application/jsonl': { schema: { type: 'string' } } };
  if (reply === 'bytes') return { 'application/octet-stream': { schema: {} } };
  if (reply === 'page' || reply === 'redirect') return { 'text/html': { schema: { type: 'string' } } };
  return json(refTo(reply));
}

function json(schema: JsonSchema) {
  return { 'application/json': { schema } };
}

function refusal(status: string, given: readonly string[], schema: JsonSchema): JsonSchema {
  const waits = status === '429' || status === '503';
  return {
    description: given.map((reason) => `\`${reason}\``).join(', '),
    content: json({ allOf: [schema, { properties: { reason: { enum: given } } }] }),
    ...(waits ? { headers: { 'Retry-After': { schema: { type: 'string' }, description: 'Seconds.' } } } : {}),
  };
}

function pathParameters(route: string, { id }: Described): readonly JsonSchema[] {
  const schemaOf = (name: string): JsonSchema => {
    if (name !== 'id') return { type: 'string' };
    return id === undefined ? { type: 'string', format: 'uuid' } : jsonSchema(id);
  };
  return [...route.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: schemaOf(name),
  }));
}

function queryParameters({ query }: Described): readonly JsonSchema[] {
  if (query === undefined) return [];
  const { required } = jsonSchema(query);
  return Object.entries(query.shape).map(([name, schema]) => ({
    name,
    in: 'query',
    ...(Array.isArray(required) && required.includes(name) ? { required: true } : {}),
    schema: jsonSchema(schema),
  }));
}

function headerParameters(plane: Plane, route: string): readonly JsonSchema[] {
  if (plane !== devices || route !== 'GET /policy') return [];
  return [{ name: 'If-None-Match', in: 'header', schema: { type: 'string' } }];
}

/** The header that says whether the organisation has approved a browser; never with the policy, which caches keep. */
function deviceHeaders(route: string): JsonSchema {
  if (route === 'GET /policy') return { ETag: { schema: { type: 'string' } } };
  return { [installStateHeader]: { schema: { type: 'string', enum: installStates } } };
}

/** Reasons by status, each once, in the order in which they are given. */
function merge(...all: readonly Reasons[]): Reasons {
  const merged: Record<string, readonly string[]> = {};
  for (const reasons of all) {
    for (const [status, given] of Object.entries(reasons))
      merged[status] = [...new Set([...(merged[status] ?? []), ...given])];
  }
  return merged;
}

/** `GET /openapi.json`: for anyone, made once. */
export function openApiRoute() {
  let text: string | undefined;
  return new Hono().get('/', (c) => {
    text ??= JSON.stringify(openApiDocument());
    return c.body(text, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=3600' });
  });
}
