import { call } from '../messaging/client.ts';
import type { Choice } from '../policy/decide.ts';
import type { Action, Justification } from '../vocabulary/actions.ts';
import type { Cause, Severity } from '../vocabulary/content.ts';
import type { Segment } from './preview.ts';

/** What the dialog shows. Its texts stay in this frame's memory. */
export interface DialogRequest {
  readonly kind: 'prompt' | 'paste' | 'file' | 'request';
  readonly findings: readonly {
    readonly detector: string;
    readonly title: string;
    readonly severity: Severity;
    readonly action: Action;
    readonly count: number;
  }[];
  readonly preview: readonly Segment[];
  readonly choices: readonly Choice[];
  readonly messages: readonly string[];
  /** Why, where no finding says so. */
  readonly cause?: Cause;
  readonly help?: string;
  readonly fileName?: string;
}

export interface DialogAnswer {
  readonly choice: Choice;
  readonly justification?: Justification;
}

export interface NoticeRequest {
  readonly text: string;
  readonly actionLabel?: string;
  readonly onAction?: () => void;
  readonly timeoutMs: number;
}

/** What the dialog bundle offers to the guard of the same frame, once it is there. */
export interface DialogPort {
  readonly open: (request: DialogRequest) => Promise<DialogAnswer>;
  readonly notice: (request: NoticeRequest) => void;
}

/** Both content scripts share the isolated world's globals; the page cannot see them. */
const key = Symbol.for('sluice.dialog');

export function offerDialog(port: DialogPort): void {
  Object.defineProperty(globalThis, key, { value: port, configurable: true });
}

function offered(): DialogPort | undefined {
  return (globalThis as { readonly [key]?: DialogPort })[key];
}

/** The dialog of this frame, injected by the service worker on first use; `undefined` when it cannot be had. */
export async function dialogPort(): Promise<DialogPort | undefined> {
  if (offered() !== undefined) return offered();
  const injected = await call('dialog.inject', {});
  return injected.ok ? offered() : undefined;
}
