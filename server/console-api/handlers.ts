import type { OwnSite } from '../auth/own-site.ts';
import type { Workings } from '../workings.ts';
import type { RouteName } from './access.ts';
import {
  addDestinationHandler,
  changeDestinationHandler,
  destinationsHandler,
  removeDestinationHandler,
  retryDestinationHandler,
  testDestinationHandler,
} from './alert-destinations.ts';
import { acknowledgeHandler, alertsHandler } from './alerts.ts';
import { approveHandler, installsHandler, revokeInstallHandler } from './installs.ts';
import { keysHandler, makeKeyHandler, revokeKeyHandler } from './api-keys.ts';
import { auditExportHandler, auditHandler } from './audit.ts';
import { dictionariesHandler, removeDictionaryHandler, uploadHandler } from './dictionaries.ts';
import { countsHandler, devicesHandler, fleetHandler } from './fleet.ts';
import { eraseHandler, lookUpHandler } from './erasure.ts';
import type { Handler } from './handler.ts';
import { listHandler } from './incidents.ts';
import { messagesHandler, sendMessageHandler, withdrawMessageHandler } from './messages.ts';
import { oidcCallbackHandler, oidcHandler, oidcStartHandler } from './oidc.ts';
import { delegationHandler, importPolicyHandler, makeSigningKeyHandler, signingKeysHandler } from './signing-keys.ts';
import { overviewHandler } from './overview.ts';
import { addPasskeyHandler, passkeyOptionsHandler, passkeysHandler, removePasskeyHandler } from './passkeys.ts';
import {
  proofByPasskeyHandler,
  proofOptionsHandler,
  signInByPasskeyHandler,
  signInOptionsHandler,
} from './passkeys.ts';
import { inviteHandler, peopleHandler, resetHandler, rolesHandler, shutOutHandler } from './people.ts';
import { policiesHandler, policyHandler, policyNumberHandler } from './policy.ts';
import { proposalsHandler, proposeHandler, publishHandler, rejectHandler, withdrawHandler } from './proposals.ts';
import { addSinkHandler, changeSinkHandler, removeSinkHandler, sinksHandler } from './sinks.ts';
import { replayHandler, retryHandler, testSinkHandler } from './sinks.ts';
import { makeTokenHandler, revokeTokenHandler, revokeTokenInstallsHandler, tokensHandler } from './tokens.ts';
import { endSessionHandler, meHandler, proofHandler, recoveryHandler, sessionsHandler } from './session.ts';
import { signInHandler, signOutHandler } from './session.ts';
import { beginHandler, checkHandler, confirmHandler } from './setup.ts';

/** What answers each route of the matrix. */
export function handlersOf(workings: Workings, site: OwnSite): Readonly<Record<RouteName, Handler>> {
  return {
    'POST /setup/check': checkHandler(workings),
    'POST /setup/begin': beginHandler(workings),
    'POST /setup/confirm': confirmHandler(workings),
    'POST /session': signInHandler(workings),
    'POST /passkey/options': signInOptionsHandler(workings, site),
    'POST /passkey': signInByPasskeyHandler(workings, site),
    'GET /oidc': oidcHandler(site),
    'GET /oidc/start': oidcStartHandler(workings, site),
    'GET /oidc/callback': oidcCallbackHandler(workings, site),
    'GET /session': meHandler(workings),
    'DELETE /session': signOutHandler(workings),
    'POST /session/proof': proofHandler(workings),
    'POST /session/proof/options': proofOptionsHandler(workings, site),
    'POST /session/proof/passkey': proofByPasskeyHandler(workings, site),
    'GET /sessions': sessionsHandler(workings),
    'DELETE /sessions/:id': endSessionHandler(workings),
    'POST /recovery-codes': recoveryHandler(workings),
    'GET /passkeys': passkeysHandler(workings),
    'POST /passkeys/options': passkeyOptionsHandler(workings, site),
    'POST /passkeys': addPasskeyHandler(workings, site),
    'DELETE /passkeys/:id': removePasskeyHandler(workings),
    'GET /people': peopleHandler(workings),
    'POST /people': inviteHandler(workings),
    'PUT /people/:id/roles': rolesHandler(workings),
    'POST /people/:id/reset': resetHandler(workings),
    'DELETE /people/:id': shutOutHandler(workings),
    'GET /api-keys': keysHandler(workings),
    'POST /api-keys': makeKeyHandler(workings),
    'DELETE /api-keys/:id': revokeKeyHandler(workings),
    'GET /overview': overviewHandler(workings),
    'GET /incidents': listHandler(workings),
    'POST /erasure/lookup': lookUpHandler(workings),
    'POST /erasure': eraseHandler(workings),
    'GET /messages': messagesHandler(workings),
    'POST /messages': sendMessageHandler(workings),
    'DELETE /messages/:id': withdrawMessageHandler(workings),
    'GET /policy': policyHandler(workings),
    'GET /policies': policiesHandler(workings),
    'GET /policies/:number': policyNumberHandler(workings),
    'GET /proposals': proposalsHandler(workings),
    'POST /proposals': proposeHandler(workings),
    'POST /proposals/:id/publish': publishHandler(workings),
    'POST /proposals/:id/reject': rejectHandler(workings),
    'DELETE /proposals/:id': withdrawHandler(workings),
    'GET /dictionaries': dictionariesHandler(workings),
    'POST /dictionaries': uploadHandler(workings),
    'DELETE /dictionaries/:id': removeDictionaryHandler(workings),
    'POST /policies': importPolicyHandler(workings),
    'GET /keys': signingKeysHandler(workings),
    'POST /keys': makeSigningKeyHandler(workings),
    'POST /delegations': delegationHandler(workings),
    'GET /tokens': tokensHandler(workings),
    'POST /tokens': makeTokenHandler(workings),
    'DELETE /tokens/:id': revokeTokenHandler(workings),
    'DELETE /tokens/:id/installs': revokeTokenInstallsHandler(workings),
    'GET /installs': installsHandler(workings),
    'POST /installs/:id/approve': approveHandler(workings),
    'DELETE /installs/:id': revokeInstallHandler(workings),
    'GET /fleet': fleetHandler(workings),
    'GET /alerts': alertsHandler(workings),
    'POST /alerts/:id/acknowledge': acknowledgeHandler(workings),
    'PUT /devices': devicesHandler(workings),
    'GET /counts': countsHandler(workings),
    'GET /sinks': sinksHandler(workings),
    'POST /sinks': addSinkHandler(workings),
    'PUT /sinks/:id': changeSinkHandler(workings),
    'DELETE /sinks/:id': removeSinkHandler(workings),
    'POST /sinks/:id/test': testSinkHandler(workings),
    'POST /sinks/:id/replay': replayHandler(workings),
    'POST /sinks/:id/retry': retryHandler(workings),
    'GET /alert-destinations': destinationsHandler(workings),
    'POST /alert-destinations': addDestinationHandler(workings),
    'PUT /alert-destinations/:id': changeDestinationHandler(workings),
    'DELETE /alert-destinations/:id': removeDestinationHandler(workings),
    'POST /alert-destinations/:id/test': testDestinationHandler(workings, site),
    'POST /alert-destinations/:id/retry': retryDestinationHandler(workings),
    'GET /audit': auditHandler(workings),
    'GET /audit/export': auditExportHandler(workings),
  };
}
