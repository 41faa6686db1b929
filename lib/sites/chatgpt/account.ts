/** Names the account of a call: a workspace, or in the newer front end any. */
export const accountHeader = 'chatgpt-account-id';

/** What the page asks at each start: who is signed in, and with which account (facts 4). */
export const sessionUrl = 'https://chatgpt.com/api/auth/session';

/** Refuses every other account at the product's own servers; a header that a company's proxy would add as well. */
export const allowedWorkspaces = 'ChatGPT-Allowed-Workspace-Id';

export interface Account {
  readonly id: string;
  readonly isWorkspace: boolean;
}

/** The account in the answer to `sessionUrl`; `undefined` for somebody who is not signed in. */
export function readSession(text: string): Account | undefined {
  try {
    const { account } = Object(JSON.parse(text)) as { account?: { id?: unknown; structure?: unknown } };
    if (typeof account?.id !== 'string') return undefined;
    return { id: account.id, isWorkspace: account.structure === 'workspace' };
  } catch {
    return undefined; // an error page
  }
}

/** The cookie with the account that is chosen; '' without one. */
export function chosenAccount(cookies: string): string {
  return /(?:^|;\s*)_account=([\w-]+)/.exec(cookies)?.[1] ?? '';
}
