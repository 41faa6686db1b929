import { Policy, PolicyDocument } from '../lib/contract/policy.ts';
import { Delegation, Envelope } from '../lib/contract/envelope.ts';
import type { SignedPolicy } from '../lib/contract/envelope.ts';
import { fromBase64url } from '../lib/contract/bytes.ts';
import { sayProblem } from '../lib/dlp/organisation/custom-rule.ts';
import { beforeCompiling, compilePolicy } from '../lib/policy/compile.ts';
import { isSamePerson } from './import-policy.ts';
import { grant, parseJson } from './keys/grant.ts';
import type { BoxKey } from './keys/key-box.ts';
import { EndpointProblem } from './problem.ts';
import { sealDocument } from './publish-policy.ts';

export interface SigningOrder {
  /** As it was read from a file. */
  readonly policy: unknown;
  readonly place: Omit<PolicyDocument, 'policy' | 'issuedAt'>;
  readonly key: BoxKey;
  /** What a root key said of `key`; a root key needs none. */
  readonly delegation?: unknown;
  /** What a root key said of the endpoint's own key, for a server that passes the file on as it is. */
  readonly endpoint?: unknown;
  readonly now: number;
}

/** The very envelope that `GET /v1/policy` serves, made without an endpoint. Throws one sentence where browsers would refuse it. */
export async function signPolicy({ policy, place, key, now, ...given }: SigningOrder): Promise<SignedPolicy> {
  const document = readDocument({ ...place, issuedAt: new Date(now).toISOString(), policy: await readPolicy(policy) });
  if (Date.parse(document.notAfter) <= now) throw new EndpointProblem('The end of the policy is in the past.');
  if (isSamePerson(document.author, document.approver))
    throw new EndpointProblem('Publishing takes two people: --author and --approver name the same one.');
  const delegation = await delegationFor(key, document, given.delegation);
  checkDelegation(delegation, { key, document, now });
  const signed = { policy: await sealDocument(document, key), delegation };
  return given.endpoint === undefined ? signed : { ...signed, endpoint: readEnvelope(given.endpoint) };
}

/** A policy by the schema and the limits of an endpoint. */
async function readPolicy(value: unknown): Promise<Policy> {
  const parsed = Policy.safeParse(value);
  const [issue] = parsed.error?.issues ?? [];
  if (!parsed.success)
    throw new EndpointProblem(
      `The policy does not fit the schema at "${issue?.path.join('.') ?? ''}": ${issue?.message ?? ''}.`,
    );
  // A list that is named by its hash is not here: the endpoint has it, and looks at it when the policy is imported.
  const absent = (parsed.data.dictionaries ?? []).flatMap((each) => ('sha256' in each ? [each.id] : []));
  await beforeCompiling(parsed.data);
  const problem = compilePolicy(parsed.data).problems.find(({ rule }) => !absent.includes(rule));
  if (problem) throw new EndpointProblem(`The policy has a rule that cannot run: ${sayProblem(problem)}.`);
  return parsed.data;
}

function readDocument(value: PolicyDocument): PolicyDocument {
  const parsed = PolicyDocument.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new EndpointProblem(
    `What stands around the policy is wrong: look at ${String(parsed.error.issues[0]?.path[0])}.`,
  );
}

/** A root key that signs a policy itself delegates itself, for this epoch and until the policy's end. */
async function delegationFor(key: BoxKey, document: PolicyDocument, given: unknown): Promise<Envelope> {
  if (key.kind === 'signing') {
    if (given === undefined)
      throw new EndpointProblem('A signing key needs its delegation: give it with --delegation.', 2);
    return readEnvelope(given);
  }
  const { orgId, notAfter, epoch, group } = document;
  const { keyid, publicKey } = key;
  return grant(key, { orgId, keyid, publicKey, notAfter, epoch, ...(group === undefined ? {} : { groups: [group] }) });
}

function readEnvelope(value: unknown): Envelope {
  const parsed = Envelope.safeParse(value);
  if (!parsed.success || readDelegation(parsed.data) === undefined)
    throw new EndpointProblem('The delegation cannot be read.');
  return parsed.data;
}

/** What a delegation says. Whether a root key stands behind it is another question. */
export function readDelegation({ payload }: Envelope): Delegation | undefined {
  return Delegation.safeParse(parseJson(new TextDecoder().decode(fromBase64url(payload)))).data;
}

interface Signing {
  readonly key: BoxKey;
  readonly document: PolicyDocument;
  readonly now: number;
}

function checkDelegation(envelope: Envelope, { key, document, now }: Signing): void {
  const said = readDelegation(envelope);
  const { orgId, epoch, group } = document;
  if (said?.publicKey !== key.publicKey || said.keyid !== key.keyid)
    throw new EndpointProblem('The delegation is for another key than --key.');
  if (said.orgId !== orgId) throw new EndpointProblem('The delegation is for another organisation than --org.');
  if (Date.parse(said.notAfter) <= now)
    throw new EndpointProblem(`The delegation ended on ${said.notAfter.slice(0, 10)}.`);
  if (said.epoch !== undefined && epoch > said.epoch)
    throw new EndpointProblem(`The delegation is for policies up to epoch ${said.epoch}.`);
  if (said.groups !== undefined && !said.groups.includes(group ?? ''))
    throw new EndpointProblem(
      `The delegation is for these groups alone: ${said.groups.join(', ')}. Name one with --group.`,
    );
}
