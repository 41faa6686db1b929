import type { Browser, Runtime } from 'webextension-polyfill';
import * as z from 'zod/mini';
import { channels } from './contract.ts';
import type { ChannelName, Failure, Reply, Request, Response } from './contract.ts';
import { classifySender, originOfSender, originOfUrl } from './sender.ts';
import type { Origin, SenderRules } from './sender.ts';

/** What answers each channel. `origin` is there for content scripts. A thrown error is answered with `internal`. */
export type Handlers = {
  readonly [Name in ChannelName]: (
    request: Request<Name>,
    origin: Origin | undefined,
  ) => Promise<Reply<Response<Name>>>;
};

const Message = z.strictObject({ name: z.string(), request: z.unknown() });

/** Channel, sender, shape: in this order, and only then the handler. */
export function createRouter(
  handlers: Handlers,
  rules: SenderRules,
): (message: unknown, sender: Runtime.MessageSender) => Promise<Reply<unknown>> {
  return async (message, sender) => {
    const read = Message.safeParse(message);
    const name = read.success ? read.data.name : '';
    if (!read.success || !isChannel(name)) return refuse('unknown-channel');
    const channel = channels[name];
    const from: readonly string[] = channel.from;
    const sent = classifySender(sender, rules);
    if (sent === undefined || !from.includes(sent)) return refuse('sender-refused');
    const parsed = channel.request.safeParse(read.data.request);
    if (!parsed.success) return refuse('bad-request');
    const handle = handlers[name] as (request: unknown, origin: Origin | undefined) => Promise<Reply<unknown>>;
    try {
      return await handle(parsed.data, originOfSender(sender));
    } catch {
      return refuse('internal'); // details never cross
    }
  };
}

function isChannel(name: string): name is ChannelName {
  return Object.hasOwn(channels, name);
}

function refuse(reason: Failure): Reply<never> {
  return { ok: false, reason };
}

/** Attaches the router to the browser, until `signal` aborts. */
export function listen(
  browser: Browser,
  handlers: Handlers,
  { isProductHost, signal }: Pick<SenderRules, 'isProductHost'> & { readonly signal?: AbortSignal },
): void {
  const { id: extensionId } = browser.runtime;
  const extensionOrigin = originOfUrl(new URL(browser.runtime.getURL('')));
  const route = createRouter(handlers, { isProductHost, extensionId, extensionOrigin });
  const listener = (message: unknown, sender: Runtime.MessageSender) => route(message, sender);
  browser.runtime.onMessage.addListener(listener);
  signal?.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}
