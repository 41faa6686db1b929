import type { ConsoleReason } from './console-api/reasons.ts';
import type { Described } from './openapi-device-routes.ts';

/** The routes below `/api` for keys, delegations and policies that were signed elsewhere. */
export const keyRoutes = {
  'POST /policies': {
    summary: 'Puts a policy in force that was signed elsewhere, under a root key.',
    request: 'ImportRequest',
    reply: 'Done',
    errors: { 400: ['bad-request'], 409: ['delegation-needed'], 422: ['policy-refused'] },
  },
  'GET /keys': {
    summary: 'Root keys, the key that signs, the end of its delegation, and the key after it.',
    reply: 'SigningKeys',
  },
  'POST /keys': {
    summary: 'Makes a signing key beside the one that signs; it signs once a root key has delegated it.',
    reply: 'SigningKeys',
    errors: { 422: ['roots-not-offline'] },
  },
  'POST /delegations': {
    summary: 'Installs what a root key said of a signing key.',
    request: 'DelegationRequest',
    reply: 'Done',
    errors: { 400: ['bad-request'], 422: ['delegation-refused'] },
  },
} as const satisfies Readonly<Record<string, Described<ConsoleReason>>>;
