import { redact } from '../dlp/redact.ts';
import type { CompiledPolicy } from '../policy/compile.ts';
import { toReplace } from '../policy/inspect.ts';
import { editorOf, insertText } from '../sites/chatgpt/composer.ts';
import { needsDecision } from '../vocabulary/actions.ts';
import { intervene } from './intervene.ts';
import { judgeText, stops } from './judge-text.ts';
import { showNotice } from './notice.ts';
import { previewOf } from './preview.ts';
import { CheckStopped } from './progress.ts';
import type { Session } from './session.ts';

/**
 * The page turns a long paste into a file and uploads it at once. A paste with something private in it goes in as typed text instead,
 * so that nothing leaves before Send and the dialog can show it then. One that takes long to check waits, and is asked about here: as
 * typed text it would hold the page up.
 */
export function guardPaste(session: Session, signal: AbortSignal, window: Window): void {
  window.addEventListener('paste', (event) => onPaste(event, session), { capture: true, signal });
}

function onPaste(event: ClipboardEvent, session: Session): void {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const isFiles = (event.clipboardData?.files.length ?? 0) > 0;
  const editor = editorOf(event.target, session.site());
  if (!event.isTrusted || text === '' || isFiles || !editor) return;
  session.remember(text);
  if (session.rules() === undefined) return; // ring 2 holds it until there is one
  const policy = session.policy();
  const takesLong = policy === undefined || session.scans.takesLong(text, policy);
  if (!takesLong && !stops(text, session)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (!takesLong) {
    insertText(text);
    return;
  }
  const target = event.target ?? editor;
  void session
    .wanted()
    .then((wanted) => pasteLater(text, target, { session, policy: wanted }))
    .catch((error: unknown) => {
      if (error instanceof CheckStopped) return; // the person took it back
      showNotice('Sluice could not check this text, so it was not pasted. Try again, or reload the page.');
    });
}

interface Context {
  readonly session: Session;
  readonly policy: CompiledPolicy;
}

async function pasteLater(text: string, target: EventTarget, { session, policy }: Context): Promise<void> {
  await session.scans.prepare([text], policy);
  const verdict = judgeText(text, session, policy);
  if (!needsDecision(verdict.action)) {
    paste(text, target);
    return;
  }
  const findings = toReplace(verdict);
  const preview = previewOf(text, findings, session.conversation());
  const about = { surface: 'composer', ring: 'composer', length: text.length, kind: 'paste' } as const;
  const resolution = await intervene({ policy, verdict, preview, ...about });
  if (resolution === 'hold') return;
  const kept = resolution === 'send' ? verdict.findings : verdict.findings.filter((each) => !findings.includes(each));
  // The page sends it as typed text or as a file, as it likes.
  for (const way of ['prompt', 'upload'] as const) session.allow(text, kept, way);
  const safe = resolution === 'send' ? text : redact(text, findings, session.conversation());
  session.remember(safe);
  paste(safe, target);
}

/** As the browser would have: the page takes the event, or the text goes where the cursor is. */
function paste(text: string, target: EventTarget): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true, clipboardData });
  if (target.dispatchEvent(event)) insertText(text);
}
