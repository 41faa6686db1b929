import type { ChannelName, Pushes, Reply, Request, Response } from './contract.ts';

/** The little of the browser that a content script needs; the schemas stay in the service worker. */
interface Runtime {
  /** Absent once the extension was updated or removed under an open tab. */
  id?: string;
  sendMessage: (message: unknown) => Promise<unknown>;
  onMessage: {
    addListener: (listener: (message: unknown) => void) => void;
    removeListener: (listener: (message: unknown) => void) => void;
  };
}

function runtime(): Runtime | undefined {
  const { browser, chrome } = globalThis as { browser?: { runtime?: Runtime }; chrome?: { runtime?: Runtime } };
  return browser?.runtime ?? chrome?.runtime;
}

/** False where the extension that this script belongs to is gone. */
export function isAttached(): boolean {
  return runtime()?.id !== undefined;
}

/** Asks the service worker. Whatever keeps the answer away (a stopped worker, an updated extension) is `internal`. */
export async function call<Name extends ChannelName>(
  name: Name,
  request: Request<Name>,
): Promise<Reply<Response<Name>>> {
  try {
    const answer = await runtime()?.sendMessage({ name, request });
    if (isReply(answer)) return answer as Reply<Response<Name>>;
  } catch {
    // The channel is gone: the caller hears that there is no answer, and no answer means no.
  }
  return { ok: false, reason: 'internal' };
}

/** As `call`, for what is asked again where there is no answer in time: see `deadlines`. The last answer counts. */
export async function callAgain<Name extends ChannelName>(
  name: Name,
  request: Request<Name>,
  deadlines: readonly number[],
): Promise<Reply<Response<Name>>> {
  for (const deadline of deadlines) {
    const answer = await within(deadline, call(name, request));
    if (answer) return answer;
  }
  return { ok: false, reason: 'internal' };
}

async function within<Value>(milliseconds: number, promise: Promise<Value>): Promise<Value | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((done) => {
    timer = setTimeout(() => done(undefined), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

function isReply(value: unknown): value is Reply<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { ok?: unknown }).ok === 'boolean';
}

/** Hears what the service worker sends without being asked. */
export function onPush<Name extends keyof Pushes>(
  name: Name,
  handler: (value: Pushes[Name]) => void,
  signal: AbortSignal,
): void {
  const listener = (message: unknown) => {
    const { push, value } = Object(message) as { push?: unknown; value?: unknown };
    if (push === name) handler(value as Pushes[Name]);
  };
  runtime()?.onMessage.addListener(listener);
  signal.addEventListener('abort', () => runtime()?.onMessage.removeListener(listener));
}
