import { KeptMessage } from '../contract/message.ts';
import { policySources } from '../vocabulary/states.ts';
import type {
  BlobRow,
  ChainRow,
  CounterRow,
  DraftRow,
  EntryRow,
  EntryState,
  IdentityRow,
  LedgerRow,
} from './database.ts';

const states: readonly EntryState[] = ['local-only', 'waiting', 'acknowledged', 'rejected', 'given-up'];
const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;
const isSalt = (value: unknown) => isText(value) && /^[A-Za-z0-9_-]{43}$/.test(value);
const isHead = (value: unknown) => isText(value) && /^[0-9a-f]{64}$/.test(value);

/** The own shape of each row. What a database holds was written by us, but not always read back whole. */
export function isEntry(value: unknown): value is EntryRow {
  const { n, id, at, orgId, chain, index, salt, event, head, dueAt, state } = fieldsOf(value);
  return (
    isCount(n) &&
    [id, at, orgId, chain, event].every(isText) &&
    isSalt(salt) &&
    (head === '' || isHead(head)) &&
    isCount(index) &&
    Number.isFinite(dueAt) &&
    states.some((each) => each === state)
  );
}

export function isChain(value: unknown): value is ChainRow {
  const { id, orgId, count, head, restarted, receipt } = fieldsOf(value);
  const { count: covered, head: coveredHead } = fieldsOf(receipt ?? { count, head });
  return (
    [id, orgId].every(isText) &&
    [count, covered].every(isCount) &&
    [head, coveredHead].every(isHead) &&
    typeof restarted === 'boolean'
  );
}

export function isDraft(value: unknown): value is DraftRow {
  const { id, at, draft, policy, session, tabId } = fieldsOf(value);
  const { source, epoch, seq } = fieldsOf(policy);
  return (
    [id, at, session].every(isText) &&
    typeof draft === 'object' &&
    policySources.some((each) => each === source) &&
    [epoch, seq].every(isCount) &&
    Number.isSafeInteger(tabId)
  );
}

export function isLedgerLine(value: unknown): value is LedgerRow {
  const { n, at, method, path, body, status } = fieldsOf(value);
  return isCount(n) && [at, method, path, body].every(isText) && isCount(status);
}

export function isIdentity(value: unknown): value is IdentityRow {
  const { installId, orgId, url, keys } = fieldsOf(value);
  const { privateKey, publicKey } = fieldsOf(keys);
  return [installId, orgId, url].every(isText) && privateKey instanceof CryptoKey && publicKey instanceof CryptoKey;
}

/** The hash is checked by whoever reads it. */
export function isBlob(value: unknown): value is BlobRow {
  const { sha256, data } = fieldsOf(value);
  return isHead(sha256) && isText(data);
}

export function isMessage(value: unknown): value is KeptMessage {
  return KeptMessage.safeParse(value).success;
}

export function isCounter(value: unknown): value is CounterRow {
  return isCount(fieldsOf(value)['value']);
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return Object(value) as Readonly<Record<string, unknown>>;
}
