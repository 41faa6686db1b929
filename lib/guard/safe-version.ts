import { redact } from '../dlp/redact.ts';
import { findingsIn, toReplace } from '../policy/inspect.ts';
import type { Inspected } from '../policy/inspect.ts';
import type { Outgoing, TextSlot } from '../sites/types.ts';
import type { Session } from './session.ts';

/** The slots of a call in which something is replaced, as they are written then. */
export function redactedSlots(
  outgoing: Outgoing,
  inspected: Inspected,
  session: Session,
): ReadonlyMap<TextSlot, string> {
  const texts = new Map<TextSlot, string>();
  for (const slot of outgoing.slots) {
    const findings = findingsIn(slot, inspected, toReplace(inspected.verdict));
    if (findings.length > 0) texts.set(slot, redact(slot.text, findings, session.conversation()));
  }
  return texts;
}

/** What the next message of the conversation may go on from. */
export function rememberSent(
  { rule: { kind }, slots }: Outgoing,
  session: Session,
  safe?: ReadonlyMap<TextSlot, string>,
): void {
  if (kind !== 'prompt') return;
  const texts = slots.filter(({ holder }) => holder === 'text').map((slot) => safe?.get(slot) ?? slot.text);
  session.sent(texts.join('\n'));
}

/** The same call without its draft, to be judged and sent in its place. */
export function redrafted(outgoing: Outgoing, json: unknown): Outgoing {
  const { rule, url, unreadable } = outgoing;
  const body = JSON.stringify(json);
  return {
    rule,
    url,
    unreadable,
    json,
    slots: outgoing.slots.filter(({ path }) => path[0] !== 'partial_query'),
    rewrite: () => body,
    replaced: body,
  };
}
