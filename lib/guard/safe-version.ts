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
