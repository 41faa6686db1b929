import { chosenAccount } from '../sites/chatgpt/account.ts';
import type { Account } from '../sites/chatgpt/account.ts';
import { isProductHost, isUploadHost } from '../sites/chatgpt/hosts.ts';
import type { CallKind, Outgoing } from '../sites/types.ts';
import type { PolicyRules } from '../policy/rules.ts';

const guarded: ReadonlySet<CallKind> = new Set<CallKind>(['prompt', 'content', 'upload', 'audio']);

export interface AccountQuestion {
  /** What the call names in its headers, or ''. */
  readonly named: string;
  /** What the product said at the start of the page. */
  readonly known: Account | undefined;
  /** Asking the browser takes a millisecond: only where policy says something about accounts. */
  readonly cookies: () => string;
  /** A call that nobody knows counts where it carries what somebody typed. */
  readonly wasTyped: (text: string) => boolean;
}

/** True where the account is one of the organisation's: one of its workspaces where policy names them, else any workspace. */
export function isOwnAccount(
  { policy }: PolicyRules,
  { named, known, cookies }: Omit<AccountQuestion, 'wasTyped'>,
): boolean {
  const id = named || (known?.id ?? '') || chosenAccount(cookies());
  const workspaces = policy.accounts?.workspaces;
  if (workspaces) return workspaces.includes(id);
  if (known && (id === '' || id === known.id)) return known.isWorkspace;
  return id !== '' && id !== 'personal';
}

/** What policy says of this call, where its account is not the organisation's. */
export function accountAction(
  outgoing: Outgoing,
  policy: PolicyRules,
  question: AccountQuestion,
): 'allow' | 'warn' | 'block' {
  const { rule, url } = outgoing;
  const personal = policy.policy.accounts?.personal ?? 'allow';
  if (personal === 'allow') return 'allow';
  if (!isProductHost(url.hostname) && !isUploadHost(url.hostname)) return 'allow';
  const inBody = outgoing.slots.filter(({ path }) => path[0] !== '?');
  const carries = guarded.has(rule.kind)
    ? inBody.length > 0 || outgoing.unreadable.length > 0
    : rule.kind === 'unknown' && inBody.some(({ text }) => question.wasTyped(text));
  return !carries || isOwnAccount(policy, question) ? 'allow' : personal;
}
