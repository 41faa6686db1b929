import { call } from '../messaging/client.ts';
import { visibleEditors } from '../sites/chatgpt/composer.ts';
import { isProductHost } from '../sites/chatgpt/hosts.ts';
import type { Outgoing } from '../sites/types.ts';
import type { DriftKind } from '../vocabulary/states.ts';
import type { Session } from './session.ts';

const noted = new Set<DriftKind>();

/** Tells the service worker that the page is not as it is known, once per kind and page. The word for it is all that is told. */
export function noteDrift(kind: DriftKind): void {
  if (noted.has(kind)) return;
  noted.add(kind);
  void call('drift.note', { kind });
}

/** What is new about a call: words of this person in one that nobody knows, or a prompt from a page without a composer. */
export function driftOf(outgoing: Outgoing, session: Session, justSent: () => boolean): DriftKind | undefined {
  const { rule, url, slots } = outgoing;
  if (!isProductHost(url.hostname)) return undefined;
  if (rule.id === 'prompt' && window.top === window && !justSent()) {
    return visibleEditors(document, session.site()).length === 0 ? 'composer-unknown' : undefined;
  }
  if (rule.kind !== 'unknown') return undefined;
  const inBody = slots.filter(({ path }) => path[0] !== '?');
  return inBody.some(({ text }) => session.wasTyped(text)) ? 'call-unknown' : undefined;
}

const longestField = 20_000;

/** Remembers what is typed anywhere, composer or not: a field that is not known may be the composer of tomorrow. */
export function watchTyping(session: Session, signal: AbortSignal, window: Window = globalThis.window): void {
  window.addEventListener('input', ({ target }) => {
    const field = target instanceof Element ? target.closest<HTMLElement>('textarea, [contenteditable="true"]') : null;
    if (field) session.typing(textOf(field).slice(0, longestField));
  }, { capture: true, signal }); // prettier-ignore
}

function textOf(field: HTMLElement): string {
  if (field instanceof HTMLTextAreaElement) return field.value;
  // Laying a long text out for `innerText` on each key would be felt; the words alone are enough here.
  return field.textContent;
}
