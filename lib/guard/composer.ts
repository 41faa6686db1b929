import { redact } from '../dlp/redact.ts';
import type { Finding } from '../dlp/types.ts';
import type { CompiledPolicy } from '../policy/compile.ts';
import type { Verdict } from '../policy/decide.ts';
import {
  editorOf,
  editorsFor,
  readEditor,
  sendButtonOf,
  visibleEditor,
  visibleEditors,
  visibleSendButton,
  writeEditor,
} from '../sites/chatgpt/composer.ts';
import { needsDecision } from '../vocabulary/actions.ts';
import { dialogPort } from './dialog-port.ts';
import { noteDrift, watchTyping } from './drift.ts';
import { toReplace } from '../policy/inspect.ts';
import { judgeText, stops } from './judge-text.ts';
import { guardPaste } from './paste.ts';
import { intervene, record } from './intervene.ts';
import type { Attempt } from './intervene.ts';
import { showNotice } from './notice.ts';
import { previewOf } from './preview.ts';
import { CheckStopped } from './progress.ts';
import type { Session } from './session.ts';

export interface ComposerGuard {
  /** True for a moment after the composer's own send went on. */
  readonly justSent: () => boolean;
}

const sendGrace = 5_000;

/**
 * Ring 1: hears Enter, the send button and native submits before the page does, and stops them only where the scan has a finding that
 * needs a decision. A page that fools it gains nothing: ring 2 judges the request itself.
 */
export function guardComposer(
  session: Session,
  signal: AbortSignal,
  window: Window = globalThis.window,
): ComposerGuard {
  let sentAt = 0;
  let deciding = false;
  const onSend = (event: Event, editors: readonly HTMLElement[]) => {
    session.networkWord.ask();
    const editor = editors.find((each) => stops(readEditor(each), session));
    if (!deciding && editor === undefined) {
      sentAt = Date.now();
      for (const each of editors) session.remember(readEditor(each));
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (deciding || editor === undefined) return;
    const text = readEditor(editor);
    deciding = true;
    const release = () => {
      deciding = false;
      sentAt = Date.now();
      session.networkWord.ask();
    };
    void session
      .wanted()
      .then((policy) => resolve({ text, editor, session, policy, release }))
      .then(
        () => {
          deciding = false;
        },
        (error: unknown) => {
          deciding = false;
          if (error instanceof CheckStopped) editor.focus();
          else showNotice('Sluice could not check this message, so nothing was sent. Try again, or reload the page.');
        },
      );
  };
  listen(window, signal, { onSend, session });
  watchTyping(session, signal, window);
  guardPaste(session, signal, window);
  return { justSent: () => Date.now() - sentAt < sendGrace };
}

interface Listening {
  readonly session: Session;
  /** `editors`: those that may be sent; more than one where nobody can tell which. */
  readonly onSend: (event: Event, editors: readonly HTMLElement[]) => void;
}

function listen(window: Window, signal: AbortSignal, { session, onSend }: Listening): void {
  const capture = { capture: true, signal };
  window.addEventListener('keydown', (event) => {
    const editor = event.isTrusted && isSendKey(event) ? editorOf(event.target, session.site()) : undefined;
    if (editor) onSend(event, [editor]);
  }, capture); // prettier-ignore
  window.addEventListener('click', (event) => {
    const button = event.isTrusted ? sendButtonOf(event.target, session.site()) : undefined;
    const editors = button ? editorsFor(button, session.site()) : [];
    if (editors.length > 1) noteDrift('composer-twice');
    if (editors.length > 0) onSend(event, editors);
  }, capture); // prettier-ignore
  window.addEventListener('submit', (event) => {
    // Scripted submits count too: before the page is ready, the browser's own submit puts the text into an address.
    const editors = event.target instanceof Element ? visibleEditors(event.target, session.site()) : [];
    if (editors.length > 0) onSend(event, editors);
  }, capture); // prettier-ignore
}

/** Enter alone sends. While an input method composes, Enter belongs to it (`keyCode` 229 where `isComposing` comes too late). */
function isSendKey(event: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only sign of a composition that some input methods give
  return event.key === 'Enter' && !event.shiftKey && !event.altKey && !event.isComposing && event.keyCode !== 229;
}

interface Held {
  readonly text: string;
  readonly editor: HTMLElement;
  readonly session: Session;
  readonly policy: CompiledPolicy;
  /** Called right before the page's own send is pressed: that one is not stopped again. */
  readonly release: () => void;
}

async function resolve(held: Held): Promise<void> {
  const { text, session, policy, editor } = held;
  await session.scans.prepare([text], policy);
  const verdict = judgeText(text, session, policy);
  if (!needsDecision(verdict.action)) {
    if (readEditor(editor) === text) await send(text, held);
    else showNotice('The text was changed while Sluice checked it. Press send again.');
    return;
  }
  const findings = toReplace(verdict);
  const attempt: Attempt = {
    policy,
    verdict,
    surface: 'composer',
    ring: 'composer',
    length: text.length,
    kind: 'prompt',
    preview: previewOf(text, findings, session.conversation()),
  };
  const fixed = redact(text, findings, session.conversation());
  if (policy.policy.autoRedact && verdict.choices.includes('replace')) {
    await replaceWithUndo(held, attempt, fixed);
    return;
  }
  const resolution = await intervene(attempt);
  if (resolution === 'hold') {
    editor.focus();
    return;
  }
  // What policy only logs is in this incident already; what was allowed is allowed for the request that follows.
  session.allow(text, resolution === 'send' ? verdict.findings : recordedOnly(verdict), 'prompt');
  await send(resolution === 'send' ? text : fixed, held);
}

/** Writes the text where it changed, checks that it is what stands there, and presses the page's own button. */
async function send(text: string, { editor, session, release }: Held): Promise<void> {
  const current = editor.isConnected ? editor : visibleEditor(document, session.site());
  if (!current || (readEditor(current) !== text && !writeEditor(current, text))) {
    showNotice(
      'Sluice could not write the safe text into the page, so nothing was sent. Copy your text and reload the page.',
    );
    return;
  }
  session.remember(text);
  const button = await sendButton(current, session);
  if (!button) {
    showNotice('The safe text is ready. Press send to go on.');
    return;
  }
  release();
  button.click();
}

/** The page mounts its button shortly after text is there. */
async function sendButton(editor: HTMLElement, session: Session): Promise<HTMLElement | undefined> {
  for (let tries = 0; tries < 40; tries += 1) {
    const button = visibleSendButton(editor, session.site());
    if (button && !(button instanceof HTMLButtonElement && button.disabled)) return button;
    await new Promise((done) => setTimeout(done, 25));
  }
  return undefined;
}

const undoFor = 5_000;

/** Policy replaces without asking: the safe text stands in the composer, and goes when the time for undo is over. */
async function replaceWithUndo(held: Held, attempt: Attempt, fixed: string): Promise<void> {
  const { editor, text, session } = held;
  const port = await dialogPort();
  if (!port || !writeEditor(editor, fixed)) {
    showNotice('Sluice could not write the safe text into the page, so nothing was sent.');
    return;
  }
  const count = toReplace(attempt.verdict).length;
  const undone = await new Promise<boolean>((done) => {
    const label = count === 1 ? 'Replaced 1 private value.' : `Replaced ${count} private values.`;
    port.notice({ text: `${label} Sending now.`, actionLabel: 'Undo', onAction: () => done(true), timeoutMs: undoFor });
    setTimeout(() => done(false), undoFor);
  });
  if (undone) {
    writeEditor(editor, text);
    await record(attempt, 'edited');
    return;
  }
  if (!(await record(attempt, 'replaced'))) {
    showNotice('Sluice could not record this, so nothing was sent. Try again, or reload the page.');
    return;
  }
  session.allow(text, recordedOnly(attempt.verdict), 'prompt');
  await send(readEditor(editor), held);
}

/** What stays in the safe text: policy only records it, and it is in this incident already. */
function recordedOnly({ findings }: Verdict): readonly Finding[] {
  return findings.filter(({ action }) => !needsDecision(action));
}
