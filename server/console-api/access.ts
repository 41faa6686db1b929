import type { Role, Scope } from '../vocabulary.ts';
import { roles } from '../vocabulary.ts';
import type { AuditAction } from '../vocabulary.ts';

export interface Access {
  /** Who may call the route: anybody, everybody who signed in, or these roles. */
  readonly who: 'anyone' | readonly Role[];
  /** A program may call it whose key has this scope. */
  readonly service?: Scope;
  /** Only within minutes of a code: it changes who may do what, or what leaves the house. */
  readonly fresh?: true;
  /** What the audit log calls it. */
  readonly audit?: AuditAction;
}

const everybody = roles;
const owner = ['owner'] as const;
/**
 * Those who read incidents: analysts follow them up, and privacy officers answer for the people behind them. An owner hands out both
 * roles, so that to be shut out would be no more than decoration. Not a program, and not the auditor: names that people gave stand here.
 */
const writers = ['owner', 'analyst', 'privacy-officer'] as const;

/**
 * Every route of the console and who may call it, written by hand. A handler without a line here, and a line without a handler, fail
 * the build; what is not here is refused.
 */
export const access = {
  'POST /setup/check': { who: 'anyone' },
  'POST /setup/begin': { who: 'anyone' },
  'POST /setup/confirm': { who: 'anyone' },
  'POST /session': { who: 'anyone' },
  'POST /passkey/options': { who: 'anyone' },
  'POST /passkey': { who: 'anyone' },
  'GET /oidc': { who: 'anyone' },
  'GET /oidc/start': { who: 'anyone' },
  'GET /oidc/callback': { who: 'anyone' },
  'GET /session': { who: everybody },
  'DELETE /session': { who: everybody, audit: 'signed-out' },
  'POST /session/proof': { who: everybody, audit: 'proved-again' },
  'POST /session/proof/options': { who: everybody, audit: 'proved-again' },
  'POST /session/proof/passkey': { who: everybody, audit: 'proved-again' },
  'GET /sessions': { who: everybody },
  'DELETE /sessions/:id': { who: everybody, audit: 'session-ended' },
  'POST /recovery-codes': { who: everybody, fresh: true, audit: 'recovery-codes-made' },
  'GET /passkeys': { who: everybody },
  'POST /passkeys/options': { who: everybody, fresh: true, audit: 'passkey-added' },
  'POST /passkeys': { who: everybody, fresh: true, audit: 'passkey-added' },
  'DELETE /passkeys/:id': { who: everybody, fresh: true, audit: 'passkey-removed' },

  'GET /people': { who: ['owner', 'auditor'] },
  'POST /people': { who: owner, fresh: true, audit: 'person-invited' },
  'PUT /people/:id/roles': { who: owner, fresh: true, audit: 'roles-changed' },
  'POST /people/:id/reset': { who: owner, fresh: true, audit: 'person-reset-started' },
  'DELETE /people/:id': { who: owner, fresh: true, audit: 'person-shut-out' },
  'GET /api-keys': { who: ['owner', 'auditor'] },
  'POST /api-keys': { who: owner, fresh: true, audit: 'api-key-made' },
  'DELETE /api-keys/:id': { who: owner, fresh: true, audit: 'api-key-revoked' },

  'GET /overview': { who: everybody },
  'GET /incidents': { who: ['owner', 'analyst', 'privacy-officer'], service: 'incidents', audit: 'incidents-read' },
  'POST /erasure/lookup': { who: ['owner', 'privacy-officer'], audit: 'incidents-looked-up' },
  'POST /erasure': { who: ['owner', 'privacy-officer'], fresh: true, audit: 'incidents-erased' },

  'GET /messages': { who: writers, audit: 'messages-read' },
  'POST /messages': { who: writers, audit: 'message-sent' },
  'DELETE /messages/:id': { who: writers, audit: 'message-withdrawn' },

  'GET /policy': { who: everybody },
  'GET /policies': { who: everybody },
  'GET /policies/:number': { who: everybody },
  'GET /proposals': { who: ['owner', 'policy-author', 'policy-approver', 'auditor', 'privacy-officer'] },
  'POST /proposals': { who: ['owner', 'policy-author'], audit: 'policy-proposed' },
  'POST /proposals/:id/publish': { who: ['owner', 'policy-approver'], fresh: true, audit: 'policy-published' },
  'POST /proposals/:id/reject': { who: ['owner', 'policy-approver'], audit: 'policy-rejected' },
  'DELETE /proposals/:id': { who: ['owner', 'policy-author'], audit: 'policy-withdrawn' },
  'GET /dictionaries': { who: ['owner', 'policy-author'] },
  'POST /dictionaries': { who: ['owner', 'policy-author'], service: 'dictionaries', audit: 'dictionary-uploaded' },
  'DELETE /dictionaries/:id': { who: ['owner', 'policy-author'], audit: 'dictionary-removed' },

  'POST /policies': { who: ['owner', 'policy-approver'], fresh: true, audit: 'policy-imported' },
  'GET /keys': { who: ['owner', 'policy-approver', 'it-operations', 'auditor'] },
  'POST /keys': { who: owner, fresh: true, audit: 'signing-key-made' },
  'POST /delegations': { who: owner, fresh: true, audit: 'delegation-installed' },

  'GET /tokens': { who: ['owner', 'it-operations', 'auditor'] },
  'POST /tokens': { who: ['owner', 'it-operations'], fresh: true, audit: 'enrolment-token-made' },
  'DELETE /tokens/:id': { who: ['owner', 'it-operations'], fresh: true, audit: 'enrolment-token-revoked' },
  'DELETE /tokens/:id/installs': { who: ['owner', 'it-operations'], fresh: true, audit: 'installs-revoked' },
  'GET /installs': { who: ['owner', 'it-operations'] },
  'POST /installs/:id/approve': { who: ['owner', 'it-operations'], audit: 'install-approved' },
  'DELETE /installs/:id': { who: ['owner', 'it-operations'], fresh: true, audit: 'install-revoked' },

  'GET /fleet': { who: ['owner', 'it-operations', 'analyst', 'auditor'] },
  'GET /alerts': { who: ['owner', 'it-operations', 'analyst', 'auditor'] },
  'POST /alerts/:id/acknowledge': { who: ['owner', 'it-operations'], audit: 'alert-acknowledged' },
  'PUT /devices': { who: ['owner', 'it-operations'], service: 'devices', audit: 'devices-imported' },
  'GET /counts': { who: ['owner', 'analyst', 'auditor', 'privacy-officer'] },

  'GET /sinks': { who: ['owner', 'it-operations', 'auditor', 'privacy-officer'] },
  'POST /sinks': { who: owner, fresh: true, audit: 'sink-added' },
  'PUT /sinks/:id': { who: owner, fresh: true, audit: 'sink-changed' },
  'DELETE /sinks/:id': { who: owner, fresh: true, audit: 'sink-removed' },
  'POST /sinks/:id/test': { who: ['owner', 'it-operations'], audit: 'sink-tested' },
  'POST /sinks/:id/replay': { who: owner, fresh: true, audit: 'sink-replayed' },
  'POST /sinks/:id/retry': { who: ['owner', 'it-operations'], audit: 'sink-retried' },

  'GET /alert-destinations': { who: ['owner', 'it-operations', 'auditor'] },
  'POST /alert-destinations': { who: ['owner', 'it-operations'], fresh: true, audit: 'alert-destination-added' },
  'PUT /alert-destinations/:id': { who: ['owner', 'it-operations'], fresh: true, audit: 'alert-destination-changed' },
  'DELETE /alert-destinations/:id': {
    who: ['owner', 'it-operations'],
    fresh: true,
    audit: 'alert-destination-removed',
  },
  'POST /alert-destinations/:id/test': { who: ['owner', 'it-operations'], audit: 'alert-destination-tested' },
  'POST /alert-destinations/:id/retry': { who: ['owner', 'it-operations'], audit: 'alert-destination-retried' },

  'GET /audit': { who: ['owner', 'auditor'], service: 'audit', audit: 'audit-read' },
  'GET /audit/export': { who: ['owner', 'auditor'], service: 'audit', fresh: true, audit: 'audit-exported' },
} as const satisfies Readonly<Record<`${'GET' | 'POST' | 'PUT' | 'DELETE'} /${string}`, Access>>;

export type RouteName = keyof typeof access;
