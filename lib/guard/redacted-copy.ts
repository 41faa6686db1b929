import { describeChanges } from '../dlp/redact.ts';
import type { CompiledPolicy } from '../policy/compile.ts';
import { decide } from '../policy/decide.ts';
import type { Verdict } from '../policy/decide.ts';
import { toReplace } from '../policy/inspect.ts';
import { needsDecision } from '../vocabulary/actions.ts';
import { rewriteFar } from './reader.ts';
import type { Session } from './session.ts';

interface Original {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly verdict: Verdict;
}

/**
 * A copy of a document without what policy wants replaced. It is read and judged like any file before it is offered: where a value is cut
 * in a way that the copy does not know, there is none.
 */
export async function redactedCopy(
  { bytes, text, verdict }: Original,
  session: Session,
  policy: CompiledPolicy,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const changes = describeChanges(text, toReplace(verdict), session.conversation());
  const read = await rewriteFar(
    bytes,
    changes.map(({ start, end, mark }) => ({ value: text.slice(start, end), mark })),
  );
  if (read === undefined || read.partly) return undefined;
  await session.scans.prepare([read.text], policy);
  const { findings, complete } = session.scans.scan(read.text, policy);
  const left = decide(policy, findings, { text: read.text, surface: 'file', replaceable: false });
  return complete && !needsDecision(left.action) ? read.copy : undefined;
}
