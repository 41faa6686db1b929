import type { CompiledPolicy } from '../policy/compile.ts';
import { findingsIn, inspect } from '../policy/inspect.ts';
import type { Inspected } from '../policy/inspect.ts';
import { isLinkText } from '../sites/chatgpt/link-text.ts';
import { readAtOnce } from '../sites/chatgpt/outgoing.ts';
import type { Outgoing } from '../sites/types.ts';
import { needsDecision } from '../vocabulary/actions.ts';
import { announce } from './announce.ts';
import { intervene, record } from './intervene.ts';
import { showNotice } from './notice.ts';
import type { Session } from './session.ts';

/** A navigation that would leave this frame's document, or open another one. */
interface Departure {
  readonly url: URL;
  /** Fields of a form that is sent by POST. */
  readonly fields?: FormData | undefined;
  readonly stop: () => void;
  /** Goes there after all, where that can be done without the person. */
  readonly again?: (() => void) | undefined;
}

/**
 * Words leave in navigations too: in the address, or in the fields of a form. The browser tells of each before it begins; where it does
 * not (a form that opens another window, a browser without the Navigation API) the submit itself is heard.
 */
export function guardNavigations(session: Session, signal: AbortSignal, window: Window = globalThis.window): void {
  const { navigation } = window as { navigation?: Navigation };
  navigation?.addEventListener(
    'navigate',
    (event) => {
      const isNew = event.navigationType === 'push' || event.navigationType === 'replace';
      const { destination } = event;
      if (!isNew || event.hashChange || destination.sameDocument || !event.cancelable) return;
      const again = () => window.location[event.navigationType === 'replace' ? 'replace' : 'assign'](destination.url);
      judgeDeparture(session, {
        url: new URL(destination.url),
        fields: event.formData ?? undefined,
        stop: () => event.preventDefault(),
        again: event.formData ? undefined : again,
      });
    },
    { signal },
  );
  window.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || (navigation && opensHere(form, event.submitter))) return;
    judgeDeparture(session, formDeparture(form, event));
  }, { capture: true, signal }); // prettier-ignore
}

function opensHere(form: HTMLFormElement, submitter: HTMLElement | null): boolean {
  const base = form.ownerDocument.querySelector('base[target]')?.getAttribute('target');
  const target = submitter?.getAttribute('formtarget') ?? form.getAttribute('target') ?? base ?? '';
  return target === '' || target.toLowerCase() === '_self';
}

function formDeparture(form: HTMLFormElement, event: SubmitEvent): Departure {
  const { submitter } = event;
  const fields = new FormData(form, submitter);
  const action = submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? '';
  const method = submitter?.getAttribute('formmethod') ?? form.getAttribute('method') ?? 'get';
  const url = new URL(action, form.baseURI);
  const isPost = method.toLowerCase() === 'post';
  if (!isPost) url.search = encoded(fields);
  return {
    url,
    fields: isPost ? fields : undefined,
    stop() {
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    again: () => form.requestSubmit(submitter),
  };
}

function judgeDeparture(session: Session, departure: Departure): void {
  if (!/^https?:$/.test(departure.url.protocol) || isLinkText(departure.url)) return;
  const outgoing = outgoingOf(departure);
  if (outgoing === undefined || !outgoing.slots.some(({ text }) => text.length >= shortest)) return;
  const policy = session.policy();
  if (policy === undefined) {
    departure.stop();
    void session.wanted().then(
      () => goOn(departure, 'Sluice was still starting. Please try that again.'),
      () => showNotice('Sluice could not check this page change, so it was stopped. Try again, or reload the page.'),
    );
    return;
  }
  const { isAllowed, wasTyped, scans } = session;
  const { surface } = outgoing.rule;
  const inspected = inspect(outgoing, { policy, surface, scan: scans.scan, wasTyped, isAllowed });
  if (inspected.complete ? !needsDecision(inspected.verdict.action) : policy.policy.onFailure === 'open') {
    if (inspected.verdict.action === 'log') void record(attemptOf(inspected, policy, outgoing), 'sent-clean');
    return;
  }
  departure.stop();
  void ask(session, policy, { departure, outgoing, inspected }).catch(() =>
    showNotice('Sluice could not check this page change, so it was stopped. Try again, or reload the page.'),
  );
}

/** Shorter values hold no secret worth the name. */
const shortest = 12;

function outgoingOf({ url, fields }: Departure): Outgoing | undefined {
  const head = { url: url.href, encoding: '' };
  if (fields === undefined) return readAtOnce({ ...head, method: 'GET', type: '', kind: 'none', body: '' });
  const type = 'application/x-www-form-urlencoded';
  return readAtOnce({ ...head, method: 'POST', type, kind: 'text', body: encoded(fields) });
}

/** The fields as text. Files were checked when they were chosen; here only their names count. */
function encoded(fields: FormData): string {
  return new URLSearchParams(
    [...fields].map(([key, value]) => [key, typeof value === 'string' ? value : value.name]),
  ).toString();
}

interface Asked {
  readonly departure: Departure;
  readonly outgoing: Outgoing;
  readonly inspected: Inspected;
}

async function ask(session: Session, policy: CompiledPolicy, { departure, outgoing, inspected }: Asked): Promise<void> {
  const resolution = await intervene({ ...attemptOf(inspected, policy, outgoing), kind: 'request', preview: [] });
  if (resolution !== 'send') return;
  for (const slot of outgoing.slots)
    session.allow(slot.text, findingsIn(slot, inspected, inspected.verdict.findings), 'prompt');
  const { url, fields } = departure;
  const call = { url: url.href, method: fields ? 'POST' : 'GET', kind: 'none', body: '' } as const;
  if (!(await announce(call, 'allowed', session))) return;
  goOn(departure, 'You may go on: please try that again.');
}

function goOn({ again }: Departure, otherwise: string): void {
  if (again) again();
  else showNotice(otherwise);
}

function attemptOf({ text, verdict }: Inspected, policy: CompiledPolicy, { rule }: Outgoing) {
  return { policy, verdict, surface: rule.surface, ring: 'page', length: text.length } as const;
}
