import type * as z from 'zod/mini';
import type { SchemaName } from './openapi-schemas.ts';

/** Reasons of refusals by their status, beside those that every route of its plane has. */
export type Refusals<Reason extends string> = Readonly<
  Partial<Record<400 | 401 | 403 | 404 | 409 | 410 | 422, Reason[]>>
>;

/** What the document says of a route, written by hand. Who may call it stands in the matrix. */
export interface Described<Reason extends string = string> {
  readonly summary: string;
  readonly query?: z.ZodMiniObject;
  readonly request?: SchemaName;
  /** Of the `:id` in its path; a UUID where it is left out. */
  readonly id?: z.ZodMiniType;
  /** `lines`: JSON Lines, one text for each line. `page`: HTML. `redirect`: the way to another page, or a page that says why not. */
  readonly reply: SchemaName | 'lines' | 'page' | 'redirect';
  readonly errors?: Refusals<Reason>;
}

type DeviceRoute = 'POST /enrol' | 'POST /token' | 'GET /policy' | 'POST /incidents' | 'POST /heartbeat';

/** The routes below `/v1`. A test compares them with those that are served. */
export const deviceRoutes = {
  'POST /enrol': {
    summary: 'A browser shows an enrolment token and its public key, and gets a random id.',
    request: 'EnrolRequest',
    reply: 'EnrolReply',
    errors: { 400: ['bad-request', 'bad-key'], 401: ['token-refused'] },
  },
  'POST /token': {
    summary: 'A bearer token for a proof that the installation holds its key.',
    request: 'TokenRequest',
    reply: 'TokenReply',
    errors: {
      400: ['bad-request'],
      401: ['clock-skew', 'install-refused', 'bad-signature', 'install-revoked', 'nonce-used'],
    },
  },
  'GET /policy': {
    summary: 'The signed policy in force, or 304 for the tag that was given.',
    reply: 'SignedPolicy',
    errors: { 404: ['no-policy'] },
  },
  'POST /incidents': {
    summary: 'The next entries of a chain; the answer comes after commit and is a signed receipt.',
    request: 'IncidentBatch',
    reply: 'IncidentReply',
    errors: { 401: ['install-refused'], 403: ['install-pending'] },
  },
  'POST /heartbeat': {
    summary: 'How well this browser is protected; the answer holds the newest checkpoint of the audit log.',
    request: 'Heartbeat',
    reply: 'HeartbeatReply',
    errors: { 400: ['bad-request'], 401: ['install-refused'] },
  },
} as const satisfies Readonly<Record<DeviceRoute, Described>>;
