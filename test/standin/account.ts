import type { StandinOptions } from './options.ts';
import type { Tokens } from './tokens.ts';

type Json = Readonly<Record<string, unknown>>;

/** The signed-in person, the same for the life of one stand-in. */
export interface Account {
  readonly userId: string;
  readonly personalId: string;
  readonly workspaceId: string;
  readonly accessToken: Readonly<Record<'personal' | 'workspace', string>>;
  readonly sessionToken: string;
  readonly deviceId: string;
}

const name = 'Robin Example';
const email = ['robin', 'example.com'].join('@');

export function makeAccount(tokens: Tokens): Account {
  const userId = `user-${tokens.word(24)}`;
  const personalId = tokens.uuid();
  const workspaceId = tokens.uuid();
  const access = (accountId: string, plan: string): string =>
    tokens.jwt({
      aud: ['https://api.openai.com/v1'],
      client_id: `app_${tokens.word(24)}`,
      'https://api.openai.com/auth': {
        chatgpt_account_id: accountId,
        chatgpt_plan_type: plan,
        chatgpt_user_id: userId,
      },
      'https://api.openai.com/profile': { email, email_verified: true },
      iss: 'https://auth.openai.com',
      pwd_auth_time: Date.now(),
      scp: ['openid', 'email', 'profile', 'offline_access', 'model.request', 'model.read'],
      session_id: `authsess_${tokens.word(24)}`,
      sub: `auth0|${tokens.word(24)}`,
    });
  return {
    userId,
    personalId,
    workspaceId,
    accessToken: { personal: access(personalId, 'free'), workspace: access(workspaceId, 'team') },
    sessionToken: tokens.encrypted(),
    deviceId: tokens.uuid(),
  };
}

/** The answer of `GET /api/auth/session`, which the server-rendered page holds as well. */
export function sessionOf(account: Account, kind: StandinOptions['account']): Json {
  if (kind === 'out') return {};
  const isWorkspace = kind === 'workspace';
  return {
    user: { id: account.userId, name, email, idp: 'auth0', iat: Date.now(), mfa: false, image: null, groups: [] },
    expires: new Date(Date.now() + 90 * 864e5).toISOString(),
    account: {
      id: isWorkspace ? account.workspaceId : account.personalId,
      planType: isWorkspace ? 'team' : 'free',
      structure: isWorkspace ? 'workspace' : 'personal',
      workspaceType: isWorkspace ? 'team' : null,
      organizationId: null,
      isDelinquent: false,
    },
    accessToken: account.accessToken[kind],
    authProvider: 'openai',
    sessionToken: account.sessionToken,
  };
}

function accountEntry(id: string, structure: string, plan: string): Json {
  return {
    account: { account_id: id, structure, plan_type: plan, name: structure === 'workspace' ? 'Example Works' : null },
    entitlement: { subscription_plan: `chatgpt${plan}plan`, has_active_subscription: plan !== 'free' },
    features: ['search', 'paste_text_to_file'],
  };
}

/** The answer of `GET /backend-api/accounts/check/v4-2023-04-27`. */
export function accountsOf(account: Account, kind: StandinOptions['account']): Json {
  const personal = accountEntry(account.personalId, 'personal', 'free');
  if (kind === 'out')
    return { accounts: { default: accountEntry(account.personalId, 'personal', 'guest') }, account_ordering: [] };
  if (kind === 'personal')
    return { accounts: { [account.personalId]: personal, default: personal }, account_ordering: [account.personalId] };
  const workspace = accountEntry(account.workspaceId, 'workspace', 'team');
  return {
    accounts: { [account.workspaceId]: workspace, [account.personalId]: personal, default: workspace },
    account_ordering: [account.workspaceId, account.personalId],
  };
}

/** The answer of `GET /backend-api/me`. */
export function meOf(account: Account): Json {
  return {
    object: 'user',
    id: account.userId,
    email,
    name,
    picture: null,
    created: Math.floor(Date.now() / 1000) - 5e7,
    mfa_flag_enabled: false,
    orgs: { object: 'list', data: [] },
    has_payg_project_spend_limit: true,
  };
}
