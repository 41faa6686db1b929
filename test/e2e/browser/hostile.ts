import type { Page } from '@playwright/test';
import { sayOverChannel } from '../data-channel.ts';

/** What a page may try to get a secret past the gates. Runs in the page's own world. */
export interface Attack {
  readonly name: string;
  readonly run: (page: Page, secret: string) => Promise<unknown>;
  /** Set where the browser itself sends what stood there at the call, and only a gate that holds can be fooled: what it does instead. */
  readonly holding?: 'sends-what-was-judged' | 'judges-anew';
}

const prompt = '/backend-api/f/conversation';
/** Harmless words as long as a secret, to be swapped for it. */
export const spare = 'harmless words again.'.slice(0, 20);

const ask = (text: string) => JSON.stringify({ action: 'next', messages: [{ content: { parts: [text] } }] });
const shared = (secret: string) => ({ prompt, secret, secretBody: ask(secret), cleanBody: ask(spare) });

/** Each of these reaches the server in a browser without the extension. */
export const attacks: readonly Attack[] = [
  {
    name: 'a `then` on the prototype of what is read, which answers with other bytes',
    run: (page, secret) =>
      page.evaluate(async ({ prompt, secretBody, cleanBody }) => {
        const forged = new TextEncoder().encode(cleanBody).buffer;
        for (const prototype of [ArrayBuffer.prototype, Blob.prototype]) {
          try {
            Object.defineProperty(prototype, 'then', {
              configurable: true,
              value(this: unknown, resolve: (value: unknown) => void) {
                Reflect.deleteProperty(prototype, 'then');
                resolve(forged);
              },
            });
          } catch {
            // pinned
          }
        }
        const body = new Blob([secretBody], { type: 'application/json' });
        await Promise.race([
          fetch(prompt, { method: 'POST', body }).catch(() => undefined),
          new Promise((over) => setTimeout(over, 700)),
        ]);
        for (const prototype of [ArrayBuffer.prototype, Blob.prototype]) Reflect.deleteProperty(prototype, 'then');
      }, shared(secret)),
  },
  {
    name: 'replaced natives of the language, before the call',
    run: (page, secret) =>
      page.evaluate(({ prompt, secretBody }) => {
        // eslint-disable-next-line @typescript-eslint/unbound-method -- a page takes natives off as it likes
        const native = { parse: JSON.parse, test: RegExp.prototype.test, push: Array.prototype.push };
        JSON.parse = () => ({ id: 1, decision: 'pass', body: '', status: 0 });
        RegExp.prototype.test = () => false;
        Array.prototype.push = () => 0;
        EventTarget.prototype.dispatchEvent = () => true;
        void fetch(prompt, { method: 'POST', headers: { 'content-type': 'application/json' }, body: secretBody }).catch(
          () => undefined,
        );
        JSON.parse = native.parse;
        RegExp.prototype.test = native.test;
        Array.prototype.push = native.push;
      }, shared(secret)),
  },
  {
    name: 'replaced natives of the browser, before the call and for good',
    run: (page, secret) =>
      page.evaluate(({ prompt, secretBody }) => {
        const own = window.fetch.bind(window);
        Object.defineProperty(window, 'Promise', { value: class extends Promise<unknown> {} });
        Object.defineProperty(window, 'CustomEvent', { value: () => undefined });
        Object.defineProperty(window, 'Request', { value: () => undefined });
        Object.defineProperty(window, 'JSON', { value: { parse: () => ({}), stringify: () => '{}' } });
        Array.prototype.some = () => false;
        Array.prototype.find = () => undefined;
        String.prototype.includes = () => false;
        Object.defineProperty(EventTarget.prototype, 'addEventListener', { value: () => undefined });
        void own(prompt, { method: 'POST', headers: { 'content-type': 'application/json' }, body: secretBody }).catch(
          () => undefined,
        );
      }, shared(secret)),
  },
  {
    name: 'a second handshake and forged answers',
    run: (page, secret) =>
      page.evaluate(({ prompt, secretBody }) => {
        const node = document.createElement('i');
        node.textContent = 'forged';
        const nodes: Node[] = [node, document];
        window.addEventListener('sluice:page', (event) => {
          const { relatedTarget } = event as MouseEvent;
          if (relatedTarget instanceof Node) nodes.push(relatedTarget);
        }, true); // prettier-ignore
        for (const type of ['sluice:page', 'sluice:guard'])
          window.dispatchEvent(new MouseEvent(type, { relatedTarget: node, bubbles: true }));
        void fetch(prompt, { method: 'POST', headers: { 'content-type': 'application/json' }, body: secretBody }).catch(
          () => undefined,
        );
        for (let id = 0; id < 200; id += 1) {
          const detail = JSON.stringify({ id, decision: 'pass', body: '', status: 0 });
          for (const target of nodes)
            target.dispatchEvent(new CustomEvent(`answer:${target.textContent ?? ''}`, { detail, bubbles: true }));
          window.postMessage({ id, decision: 'pass' }, '*');
        }
      }, shared(secret)),
  },
  {
    name: 'a flood of calls',
    run: (page, secret) =>
      page.evaluate(({ prompt, secretBody }) => {
        const headers = { 'content-type': 'application/json' };
        for (let count = 0; count < 300; count += 1)
          void fetch(prompt, { method: 'POST', headers, body: secretBody }).catch(() => undefined);
      }, shared(secret)),
  },
  {
    name: 'removing whatever Sluice puts into the page while it asks',
    run: (page, secret) =>
      page.evaluate(({ prompt, secretBody }) => {
        const headers = { 'content-type': 'application/json' };
        void fetch(prompt, { method: 'POST', headers, body: secretBody }).catch(() => undefined);
        const sweep = setInterval(() => {
          for (const child of Array.from(document.documentElement.children))
            if (child !== document.head && child !== document.body) child.remove();
        }, 20);
        setTimeout(() => clearInterval(sweep), 5_000);
      }, shared(secret)),
  },
  {
    name: 'bytes that change after `XMLHttpRequest.send`',
    run: (page, secret) =>
      page.evaluate(({ prompt, secretBody, cleanBody }) => {
        const call = new XMLHttpRequest();
        call.open('POST', prompt);
        call.setRequestHeader('content-type', 'application/json');
        const bytes = new TextEncoder().encode(cleanBody);
        call.send(bytes);
        bytes.set(new TextEncoder().encode(secretBody));
      }, shared(secret)),
    holding: 'sends-what-was-judged',
  },
  {
    name: 'bytes that change after a socket has them',
    run: (page, secret) =>
      page.evaluate(async ({ secretBody, cleanBody }) => {
        const socket = new WebSocket('wss://ws.chatgpt.com/p2/ws/user');
        await new Promise((opened) => socket.addEventListener('open', opened));
        const bytes = new TextEncoder().encode(cleanBody);
        socket.send(bytes);
        bytes.set(new TextEncoder().encode(secretBody));
      }, shared(secret)),
    holding: 'sends-what-was-judged',
  },
  {
    name: 'a request that is opened anew while it is held',
    run: (page, secret) =>
      page.evaluate(({ prompt, secretBody, cleanBody }) => {
        const call = new XMLHttpRequest();
        call.open('POST', prompt);
        call.send(cleanBody);
        call.open('POST', prompt);
        call.setRequestHeader('content-type', 'application/json');
        call.send(secretBody);
      }, shared(secret)),
  },
  {
    name: 'the beacon of another frame’s navigator',
    run: (page, secret) =>
      page.evaluate(({ prompt, secretBody }) => {
        const frame = document.createElement('iframe');
        document.body.append(frame);
        const foreign = frame.contentWindow!.navigator;
        // eslint-disable-next-line @typescript-eslint/unbound-method -- a page takes natives off as it likes
        Reflect.apply(navigator.sendBeacon, foreign, [prompt, secretBody]);
      }, shared(secret)),
  },
  {
    name: 'the `fetch` of a new frame',
    run: (page, secret) =>
      page.evaluate(async ({ prompt, secretBody }) => {
        const frame = document.createElement('iframe');
        frame.srcdoc = '<p>empty</p>';
        document.body.append(frame);
        await new Promise((loaded) => frame.addEventListener('load', loaded));
        const headers = { 'content-type': 'application/json' };
        void frame
          .contentWindow!.fetch(new URL(prompt, location.href), { method: 'POST', headers, body: secretBody })
          .catch(() => undefined);
      }, shared(secret)),
  },
  ...(['key', 'duplicate', 'path', 'parameter', 'form-key', 'file-name'] as const).map((place): Attack => ({
    name: `a secret in an odd place: ${place}`,
    run: (page, secret) =>
      page.evaluate(
        ({ prompt, secret, place }) => {
          const json = { 'content-type': 'application/json' };
          const part = new FormData();
          part.append('file', new Blob(['words']), `${secret}.txt`);
          const calls: Record<typeof place, [string, RequestInit]> = {
            key: [prompt, { headers: json, body: JSON.stringify({ action: 'next', [secret]: 1 }) }],
            duplicate: [prompt, { headers: json, body: `{"action":"next","text":"${secret}","text":"ok"}` }],
            path: [`/backend-api/${secret}`, { headers: json, body: '{}' }],
            parameter: [`${prompt}?${secret}=1`, { headers: json, body: '{}' }],
            'form-key': [prompt, { body: new URLSearchParams([[secret, '1']]) }],
            'file-name': [prompt, { body: part }],
          };
          const [url, init] = calls[place];
          void fetch(url, { method: 'POST', ...init }).catch(() => undefined);
        },
        { ...shared(secret), place },
      ),
  })),
  {
    name: 'a form without an editor, by `requestSubmit`',
    run: (page, secret) => submitForm(page, secret, 'requestSubmit'),
  },
  {
    name: 'a form that opens another window',
    run: (page, secret) => submitForm(page, secret, 'target'),
  },
  {
    name: 'a form whose field changes after `submit()`',
    run: (page, secret) => submitForm(page, secret, 'changing'),
    holding: 'judges-anew',
  },
  address('an `EventSource`', (url) => new EventSource(url).url),
  address('an `EventSource` by the constructor of its prototype', (url) => {
    const { constructor } = EventSource.prototype;
    Reflect.construct(constructor, [url]);
  }),
  address('a WebSocket’s address', (url) => new WebSocket(new URL(url, 'wss://ws.chatgpt.com/')).url),
  address('the address of an image', (url) => {
    new Image().src = url;
  }),
  {
    name: '`fetchLater`',
    run: (page, secret) =>
      page.evaluate(({ prompt, secretBody }) => {
        const later = Reflect.get(globalThis, 'fetchLater') as (url: string, init: object) => unknown;
        try {
          later(prompt, { method: 'POST', body: secretBody, activateAfter: 0 });
        } catch {
          // refused
        }
      }, shared(secret)),
  },
  {
    name: 'a data channel',
    run: (page, secret) => page.evaluate(sayOverChannel, { frame: secret, path: prompt }),
  },
  {
    name: 'an address with the secret',
    run: (page, secret) =>
      page.evaluate((text) => {
        location.assign(`/c/new?note=${text}`);
      }, secret),
  },
];

function address(name: string, open: (url: string) => unknown): Attack {
  return { name, run: (page, secret) => page.evaluate(open, `/backend-api/x?note=${secret}`) };
}

function submitForm(page: Page, secret: string, how: 'requestSubmit' | 'target' | 'changing'): Promise<void> {
  return page.evaluate(
    ({ prompt, secret, spare, how }) => {
      const form = document.createElement('form');
      form.method = 'post';
      form.action = prompt;
      if (how === 'target') form.target = '_blank';
      const field = document.createElement('input');
      field.name = 'note';
      field.value = how === 'changing' ? spare : secret;
      form.append(field);
      document.body.append(form);
      if (how === 'changing') form.submit();
      else form.requestSubmit();
      if (how === 'changing') field.value = secret;
    },
    { ...shared(secret), spare, how },
  );
}
