import { redact } from '../dlp/redact.ts';
import type { RedactOptions } from '../dlp/redact.ts';
import { decide, decideUnreadable } from '../policy/decide.ts';
import type { CompiledPolicy } from '../policy/compile.ts';
import type { Verdict } from '../policy/decide.ts';
import { needsDecision, strength } from '../vocabulary/actions.ts';
import { largestFile } from '../vocabulary/limits.ts';
import { toReplace } from '../policy/inspect.ts';
import { intervene, record } from './intervene.ts';
import type { Attempt } from './intervene.ts';
import { showNotice } from './notice.ts';
import { readBytes, digestOf } from '../sites/chatgpt/bytes.ts';
import { isArchive, isImage, isPdf } from '../files/kind.ts';
import { textOf } from '../files/text.ts';
import { visibleEditor } from '../sites/chatgpt/composer.ts';
import { readFar } from './reader.ts';
import { previewOf } from './preview.ts';
import { redactedCopy } from './redacted-copy.ts';
import { CheckStopped } from './progress.ts';
import type { Session } from './session.ts';

/** Ring 1 for files: choice, drop and paste are checked before the page sees them, since it uploads at once. */
export function guardFiles(session: Session, signal: AbortSignal, window: Window = globalThis.window): void {
  const capture = { capture: true, signal };
  // Our own events come back to us; everybody else's, a script's too, are checked.
  const released = new WeakSet<Event>();
  const pass = (target: EventTarget | null, event: Event) => {
    released.add(event);
    target?.dispatchEvent(event);
  };
  const hold = (event: Event, files: readonly File[], release: (files: readonly File[]) => void) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    void checkAll(files, session).then(
      (safe) => {
        if (safe.length > 0) release(safe);
      },
      (error: unknown) => {
        if (error instanceof CheckStopped) return; // the person took it back
        showNotice('Sluice could not check this file, so it was not attached. Try again, or reload the page.');
      },
    );
  };
  window.addEventListener('input', (event) => {
    // Comes before `change`, with the files already there.
    const isChoice = event.target instanceof HTMLInputElement && event.target.type === 'file';
    if (isChoice && !released.has(event)) event.stopImmediatePropagation();
  }, capture); // prettier-ignore
  window.addEventListener('change', (event) => {
    const input = event.target;
    if (released.has(event) || !(input instanceof HTMLInputElement) || input.type !== 'file' || !input.files?.length) return;
    const files = [...input.files];
    input.value = ''; // a page that only looks at the input finds nothing until the files are checked
    hold(event, files, (safe) => {
      input.files = transferOf(safe).files;
      for (const type of ['input', 'change']) pass(input, new Event(type, { bubbles: true }));
      if (!input.isConnected) showNotice('The page changed while Sluice checked this file. If it is not there, attach it again.');
    });
  }, capture); // prettier-ignore
  window.addEventListener('drop', (event) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (released.has(event) || files.length === 0) return;
    const { clientX, clientY, target } = event;
    hold(event, files, (safe) => {
      const init = { bubbles: true, cancelable: true, composed: true, clientX, clientY, dataTransfer: transferOf(safe) };
      pass(placeOf(target, session), new DragEvent('drop', init));
    });
  }, capture); // prettier-ignore
  window.addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (released.has(event) || files.length === 0) return;
    const { target } = event;
    hold(event, files, (safe) => {
      const init = { bubbles: true, cancelable: true, composed: true, clipboardData: transferOf(safe) };
      pass(placeOf(target, session), new ClipboardEvent('paste', init));
    });
  }, capture); // prettier-ignore
}

/** Pages draw themselves anew while a file is checked: then it goes to where somebody writes. */
function placeOf(target: EventTarget | null, session: Session): EventTarget | null {
  if (!(target instanceof Node) || target.isConnected) return target;
  return visibleEditor(document, session.site()) ?? document.body;
}

function transferOf(files: readonly File[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  return transfer;
}

/** The files that may go on, each as it is or as its redacted copy. */
async function checkAll(files: readonly File[], session: Session): Promise<readonly File[]> {
  const policy = await session.wanted();
  const safe: File[] = [];
  for (const file of files) {
    const checked = await check(file, session, policy);
    if (checked) safe.push(checked);
  }
  return safe;
}

/** What a file says. */
interface Content {
  readonly text: string;
  /** True where it can be written again without what was found. */
  readonly isExact: boolean;
  /** True where a part of it cannot be read. */
  readonly isPartial: boolean;
}

/** `undefined` for what cannot be looked into. */
async function contentOf(bytes: Uint8Array<ArrayBuffer>): Promise<Content | undefined> {
  if (!isPdf(bytes) && !isImage(bytes)) {
    const text = textOf(bytes);
    if (text !== undefined) return { text, isExact: true, isPartial: false };
    if (!isArchive(bytes)) return undefined;
  }
  const read = await readFar(bytes);
  return read && { text: read.text, isExact: false, isPartial: read.partly };
}

/** A file with what it says and what policy says to that. */
interface Checked {
  readonly file: File;
  readonly bytes: Uint8Array<ArrayBuffer> | undefined;
  readonly content: Content | undefined;
  /** Of a document, without what is to be replaced. */
  readonly copy: Uint8Array<ArrayBuffer> | undefined;
  readonly verdict: Verdict;
}

async function look(file: File, session: Session, policy: CompiledPolicy): Promise<Checked> {
  const bytes = file.size > largestFile ? undefined : await readBytes(file);
  const content = bytes && (await contentOf(bytes));
  if (bytes === undefined || content === undefined)
    return { file, bytes, content: undefined, copy: undefined, verdict: decideUnreadable(policy) };
  await session.scans.prepare([content.text], policy);
  const verdict = judgeContent(content, session, policy);
  const mayCopy = isArchive(bytes) && !content.isExact && !content.isPartial && toReplace(verdict).length > 0;
  const copy = mayCopy ? await redactedCopy({ bytes, text: content.text, verdict }, session, policy) : undefined;
  if (copy === undefined) return { file, bytes, content, copy, verdict };
  const exact = { ...content, isExact: true };
  return { file, bytes, content: exact, copy, verdict: judgeContent(exact, session, policy) };
}

async function check(file: File, session: Session, policy: CompiledPolicy): Promise<File | undefined> {
  const checked = await look(file, session, policy);
  const { content, copy, verdict } = checked;
  const options = copy ? {} : optionsFor(file); // a document says with marks what it would say in any form
  const attempt = attemptOf({ file, content, verdict, session, policy, options });
  if (!needsDecision(verdict.action)) {
    if (verdict.action === 'log') await record(attempt, 'sent-clean');
    return released(checked, session);
  }
  const resolution = await intervene(attempt);
  if (resolution === 'hold') return undefined;
  if (content?.isExact !== true || resolution === 'send') return released(checked, session);
  const { text } = content;
  session.allow(text, verdict.findings.filter(({ action }) => !needsDecision(action)), 'upload'); // prettier-ignore
  if (copy) session.allowBytes(await digestOf(copy));
  const safe = redact(text, toReplace(verdict), session.conversation(), options);
  session.attached(safe);
  return new File([copy ?? safe], file.name, { type: file.type, lastModified: file.lastModified });
}

/** The file as it is, known to ring 2 from now on. */
async function released({ file, bytes, content, copy, verdict }: Checked, session: Session): Promise<File> {
  if (content) {
    session.remember(content.text);
    session.attached(content.text);
    session.allow(content.text, verdict.findings, 'upload');
  }
  const isText = content?.isExact === true && copy === undefined;
  if (bytes && !isText) session.allowBytes(await digestOf(bytes));
  return file;
}

function judgeContent({ text, isExact, isPartial }: Content, session: Session, policy: CompiledPolicy): Verdict {
  const result = session.scans.scanTurn(text, policy, session.before());
  if (!result.complete) return decideUnreadable(policy);
  const findings = result.findings.filter((finding) => !session.isAllowed(text, finding, 'upload'));
  const found = decide(policy, findings, { text, surface: 'file', replaceable: isExact });
  const unread = isPartial ? decideUnreadable(policy) : found;
  return strength(unread.action) > strength(found.action) ? { ...found, ...unread, findings: found.findings } : found;
}

/** Files that programs read on: a mark in the place of an address would break them. */
const structured =
  /\.(?:csv|tsv|jsonl?|ndjson|xml|ya?ml|toml|ini|cfg|conf|env|properties|sql|[cm]?[jt]sx?|py|rb|go|rs|java|kt|cs|php|sh|ps1|tf|html?|css)$/i;

function optionsFor({ name }: File): RedactOptions {
  return { keepsFormat: structured.test(name) };
}

interface AttemptOptions {
  readonly file: File;
  readonly content: Content | undefined;
  readonly verdict: Verdict;
  readonly session: Session;
  readonly policy: CompiledPolicy;
  readonly options: RedactOptions;
}

function attemptOf({ file, content, verdict, session, policy, options }: AttemptOptions): Attempt {
  return {
    policy,
    verdict,
    surface: 'file',
    ring: 'composer',
    length: content?.text.length ?? file.size,
    kind: 'file',
    preview:
      content?.isExact === true ? previewOf(content.text, toReplace(verdict), session.conversation(), options) : [],
    fileName: file.name,
  };
}
