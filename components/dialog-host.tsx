import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { ReactNode } from 'react';
import type { Choice } from '../lib/policy/decide.ts';
import type { Justification } from '../lib/vocabulary/actions.ts';
import { keepInPage, openClosedRoot } from './closed-root.ts';
import type { ClosedRoot } from './closed-root.ts';
import { holdKeys } from './dialog-keys.ts';
import { dialogStyles } from './dialog-styles.ts';
import { Notice } from './Notice.tsx';
import { raiseDialog, VerdictDialog } from './VerdictDialog.tsx';
import type { VerdictDialogProps } from './VerdictDialog.tsx';

export type DialogRequest = Omit<VerdictDialogProps, 'onChoose'>;

export interface DialogAnswer {
  readonly choice: Choice;
  readonly justification?: Justification;
}

const edit: DialogAnswer = { choice: 'edit' };

/** One dialog at a time: the next one opens when the one before is answered. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Shows the dialog in a closed shadow root above everything the page shows, and resolves with the person's answer. Whatever keeps it
 * from being shown (an aborted signal, a page that takes it away, an error of ours) is `edit`: nothing is sent.
 */
export function openDialog(request: DialogRequest, signal?: AbortSignal): Promise<DialogAnswer> {
  const answer = last.then(() => (signal?.aborted === true ? edit : ask(request, signal)));
  last = answer;
  return answer;
}

async function ask(request: DialogRequest, signal?: AbortSignal): Promise<DialogAnswer> {
  const focused = document.activeElement;
  const closing = new AbortController();
  const place = openClosedRoot(dialogStyles);
  try {
    return await new Promise<DialogAnswer>((resolve) => {
      const leave = () => resolve(edit);
      const raise = () => raiseWhenCovered(place, leave);
      signal?.addEventListener('abort', leave, { signal: closing.signal });
      keepInPage(place, { signal: closing.signal, onCheck: raise, onLost: leave });
      holdKeys({ ...place, signal: closing.signal, onEscape: leave, onStray: raise });
      const unmount = render(
        place,
        <VerdictDialog
          {...request}
          onChoose={(choice, justification) =>
            resolve(justification === undefined ? { choice } : { choice, justification })
          }
        />,
        leave,
      );
      closing.signal.addEventListener('abort', unmount);
    });
  } catch {
    return edit; // rendering failed: nothing is sent
  } finally {
    closing.abort();
    place.host.remove();
    if (focused instanceof HTMLElement && focused.isConnected) focused.focus({ preventScroll: true });
  }
}

/** Opens the dialog again when the page has closed it, or has opened a modal dialog of its own above it. */
function raiseWhenCovered({ root }: ClosedRoot, leave: () => void): void {
  const dialog = root.querySelector('dialog');
  if (dialog === null) return;
  if (!dialog.matches(':modal') || root.activeElement === null) raiseDialog(dialog);
  // A page that hides its whole document hides us with it; a question that nobody can see is answered with `edit`.
  if (!dialog.checkVisibility()) leave();
}

export interface NoticeRequest {
  readonly text: string;
  readonly actionLabel?: string;
  readonly onAction?: () => void;
  /** Milliseconds; 8,000 where it is left out. */
  readonly timeoutMs?: number;
}

/** Shows a small message above the page. Returns a function that takes it away. */
export function showNotice({ text, actionLabel, onAction, timeoutMs = 8_000 }: NoticeRequest): () => void {
  const closing = new AbortController();
  const place = openClosedRoot(dialogStyles);
  place.mount.popover = 'manual';
  const raise = () => {
    if (!place.mount.matches(':popover-open')) place.mount.showPopover();
  };
  const close = () => closing.abort();
  const unmount = render(
    place,
    <Notice
      text={text}
      actionLabel={actionLabel}
      timeoutMs={timeoutMs}
      onClose={close}
      onAction={() => {
        close();
        onAction?.();
      }}
    />,
    close,
  );
  closing.signal.addEventListener('abort', () => {
    unmount();
    place.host.remove();
  });
  raise();
  keepInPage(place, { signal: closing.signal, onCheck: raise, onLost: close });
  return close;
}

/** Renders at once, so that focus has moved before the next key arrives. Returns how to take it away. */
function render(place: ClosedRoot, view: ReactNode, onError: () => void): () => void {
  const root = createRoot(place.mount, { onUncaughtError: onError });
  flushSync(() => root.render(view));
  return () => root.unmount();
}
