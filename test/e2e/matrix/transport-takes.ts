import type { transports } from '../../../lib/sites/chatgpt/transports.ts';
import { calls, does, lax } from './take.ts';
import { overChannel } from './channel-take.ts';
import type { Take } from './take.ts';

/** Its calls are not closed by the browser's own rules, so that what stops them here is a ring. */
const path = '/backend-api/memories';
const body = (canary: string) => ({ content: canary });

type Body = 'bytes' | 'request' | 'blob' | 'stream' | 'fields' | 'file' | 'gzip' | 'keepalive';

const fetches = (as: Body): Pick<Take, 'run'> => ({
  run: (page, canary) =>
    page.evaluate(
      async ({ url, text, words, as }) => {
        const json = { 'content-type': 'application/json' };
        const form = new FormData();
        form.append('file', new File([words], 'notes.txt'));
        const packed = async () =>
          new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).blob();
        const inits: Record<typeof as, () => RequestInit | Promise<RequestInit>> = {
          bytes: () => ({ headers: json, body: new TextEncoder().encode(text) }),
          request: () => ({ headers: json, body: text }),
          blob: () => ({ body: new Blob([text], { type: 'application/json' }) }),
          stream: () => ({ headers: json, body: new Blob([text]).stream(), duplex: 'half' }) as RequestInit,
          fields: () => ({ body: new URLSearchParams({ note: words }) }),
          file: () => ({ body: form }),
          gzip: async () => ({ headers: { ...json, 'content-encoding': 'gzip' }, body: await packed() }),
          keepalive: () => ({ headers: json, body: text, keepalive: true }),
        };
        const init = { method: 'POST', ...(await inits[as]()) };
        const sent = as === 'request' ? fetch(new Request(url, init)) : fetch(url, init);
        return sent.then(
          ({ status }) => status,
          () => 0,
        );
      },
      { url: path, text: JSON.stringify(body(canary)), words: canary, as },
    ),
});

const xhr = (async: boolean): Pick<Take, 'run'> => ({
  run: (page, canary) =>
    page.evaluate(
      ({ url, text, async }) => {
        const call = new XMLHttpRequest();
        call.open('POST', url, async);
        call.setRequestHeader('content-type', 'application/json');
        try {
          call.send(text);
        } catch {
          // refused
        }
      },
      { url: path, text: JSON.stringify(body(canary)), async },
    ),
});

type Submit = 'submit' | 'request' | 'elsewhere';

const submits = (how: Submit): Pick<Take, 'run'> => ({
  run: (page, canary) =>
    page.evaluate(
      ({ url, text, how }) => {
        const form = document.createElement('form');
        form.method = 'post';
        form.action = how === 'elsewhere' ? 'https://stranger.example.test/take' : url;
        const field = document.createElement('input');
        field.name = 'note';
        field.value = text;
        form.append(field);
        document.body.append(form);
        if (how === 'submit') form.submit();
        else form.requestSubmit();
      },
      { url: path, text: canary, how },
    ),
});

type Frame = 'blank' | 'srcdoc' | 'initial';

/** The `fetch` that a frame of the same origin hands out. */
const frames = (kind: Frame): Pick<Take, 'run'> => ({
  run: (page, canary) =>
    page.evaluate(
      async ({ url, text, kind }) => {
        const frame = document.createElement('iframe');
        if (kind !== 'blank') frame.srcdoc = '<p>empty</p>';
        const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
        document.body.append(frame);
        if (kind === 'srcdoc') await loaded;
        const foreign = frame.contentWindow!.fetch.bind(frame.contentWindow);
        const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: text };
        return foreign(new URL(url, location.href), init).then(
          ({ status }) => status,
          () => 0,
        );
      },
      { url: path, text: JSON.stringify(body(canary)), kind },
    ),
});

/** A script in a document of its own. */
const documents = (kind: 'blob' | 'sandboxed'): Take => ({
  from: lax,
  run: (page, canary) =>
    page.evaluate(
      ({ url, text, kind }) => {
        const call = `fetch(${JSON.stringify(new URL(url, location.href).href)}, { method: 'POST', mode: 'no-cors', body: ${JSON.stringify(text)} })`;
        const html = `<!doctype html><script>${call}</script>`;
        const frame = document.createElement('iframe');
        if (kind === 'sandboxed') {
          frame.setAttribute('sandbox', 'allow-scripts');
          frame.srcdoc = html;
        } else frame.src = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
        document.body.append(frame);
      },
      { url: path, text: JSON.stringify(body(canary)), kind },
    ),
});

type Worker_ = 'worker' | 'shared' | 'socket';

/** The words come by message: in its source they would meet the page gate. */
const workers = (kind: Worker_): Pick<Take, 'run'> => ({
  run: (page, canary) =>
    page.evaluate(
      ({ url, text, words, kind }) => {
        const call = `fetch(${JSON.stringify(new URL(url, location.href).href)}, { method: 'POST', headers: { 'content-type': 'application/json' }, body: data }).catch(() => undefined)`;
        const socket = `const socket = new WebSocket('wss://ws.chatgpt.com/p2/ws/user/worker'); socket.onopen = () => socket.send(data)`;
        const hear = `onmessage = ({ data }) => { ${kind === 'socket' ? socket : call} }`;
        const source = kind === 'shared' ? `onconnect = ({ ports: [port] }) => { port.${hear} }` : hear;
        const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
        if (kind === 'shared') new SharedWorker(address).port.postMessage(text);
        else new Worker(address).postMessage(kind === 'socket' ? words : text);
      },
      { url: path, text: JSON.stringify(body(canary)), words: canary, kind },
    ),
});

type Made = 'worker' | 'shared' | 'service' | 'blob' | 'data';

/** Words in what a worker is made of, once somebody has typed: what a page makes of its own before that is left alone. */
const makings = (kind: Made): Pick<Take, 'run'> => ({
  run: (page, canary) =>
    page.evaluate(
      ({ url, text, words, kind }) => {
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
        const address = `/__worker/echo.js?note=${words}`;
        const source = `fetch(${JSON.stringify(new URL(url, location.href).href)}, { method: 'POST', mode: 'no-cors', body: ${JSON.stringify(text)} }).catch(() => undefined)`;
        const make: Record<typeof kind, () => unknown> = {
          worker: () => new Worker(address),
          shared: () => new SharedWorker(address),
          service: () => navigator.serviceWorker.register(address),
          blob: () => new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))),
          data: () => new Worker(`data:text/javascript,${encodeURIComponent(source)}`),
        };
        return make[kind]() instanceof Promise;
      },
      { url: path, text: JSON.stringify(body(canary)), words: canary, kind },
    ),
});

const addresses = (kind: 'socket' | 'event-source' | 'image' | 'markup' | 'ping' | 'popup' | 'popup-link' | 'go') => ({
  run: (page: Parameters<Take['run']>[0], canary: string) =>
    page.evaluate(
      ({ text, kind }) => {
        const address = `/backend-api/x?note=${text}`;
        const link = document.createElement('a');
        const actions: Record<typeof kind, () => unknown> = {
          socket: () => new WebSocket(`wss://ws.chatgpt.com/p2/ws/user/x?note=${text}`),
          'event-source': () => new EventSource(address),
          image: () => (new Image().src = address),
          markup: () => document.body.insertAdjacentHTML('beforeend', `<img src="${address}" alt="">`),
          ping: () => {
            link.href = '#here';
            link.ping = new URL(address, location.href).href;
            document.body.append(link);
            link.click();
          },
          popup: () => window.open(`/c/new?note=${text}`),
          'popup-link': () => {
            link.href = `/c/new?note=${text}`;
            link.target = '_blank';
            link.click();
          },
          go: () => location.assign(`/c/new?note=${text}`),
        };
        actions[kind]();
      },
      { text: canary, kind },
    ),
});

/** Each means of the browser. */
export const transportTakes: Readonly<Record<(typeof transports)[number]['id'], Take>> = {
  fetch: calls((canary) => ({ url: path, body: body(canary) })),
  'fetch-bytes': fetches('bytes'),
  'fetch-request': fetches('request'),
  'fetch-blob': fetches('blob'),
  'fetch-stream': { ...fetches('stream'), noProof: 'streams need HTTP/2, which the stand-in does not speak' },
  'fetch-fields': fetches('fields'),
  'fetch-file': fetches('file'),
  'fetch-gzip': fetches('gzip'),
  'fetch-keepalive': fetches('keepalive'),
  'fetch-delete': calls((canary) => ({ url: path, method: 'DELETE', body: body(canary) })),
  xhr: xhr(true),
  'xhr-sync': xhr(false),
  beacon: {
    ...does((text) => navigator.sendBeacon('/backend-api/memories', JSON.stringify({ content: text }))),
  },
  'form-submit': submits('submit'),
  'form-request': submits('request'),
  'form-elsewhere': submits('elsewhere'),
  'link-text': does((text) => {
    location.assign(`/?q=${text}`);
  }),
  navigation: addresses('go'),
  popup: addresses('popup'),
  'popup-link': addresses('popup-link'),
  'socket-frame': {
    ...does(async (text) => {
      const socket = new WebSocket('wss://ws.chatgpt.com/p2/ws/user/x');
      await new Promise((opened) => socket.addEventListener('open', opened));
      socket.send(JSON.stringify({ content: text }));
    }),
    from: lax,
  },
  'socket-address': addresses('socket'),
  'event-source': addresses('event-source'),
  image: addresses('image'),
  markup: addresses('markup'),
  ping: { ...addresses('ping'), notInFirefox: 'it sends no pings' },
  'fetch-later': {
    ...does((text) => {
      const later = Reflect.get(globalThis, 'fetchLater') as (url: string, init: object) => unknown;
      try {
        later('/backend-api/memories', {
          method: 'POST',
          body: JSON.stringify({ content: text }),
          activateAfter: 0,
        });
      } catch {
        // refused
      }
    }),
    notInFirefox: 'it has no `fetchLater`',
  },
  'worker-address': makings('worker'),
  'shared-worker-address': makings('shared'),
  'service-worker-address': makings('service'),
  'worker-source': makings('blob'),
  'worker-source-data': { ...makings('data'), from: lax },
  worker: workers('worker'),
  'shared-worker': workers('shared'),
  'service-worker': does(async (text) => {
    const registration = await navigator.serviceWorker.register('/__worker/echo.js');
    const worker = registration.installing ?? registration.waiting ?? registration.active;
    while (worker?.state !== 'activated') await new Promise((done) => setTimeout(done, 20));
    worker.postMessage({ url: '/backend-api/memories', body: JSON.stringify({ content: text }) });
    await new Promise((done) => setTimeout(done, 500));
  }),
  'frame-blank': frames('blank'),
  'frame-srcdoc': frames('srcdoc'),
  'frame-blob': documents('blob'),
  'frame-sandboxed': documents('sandboxed'),
  'frame-initial': frames('initial'),
  'window-blank': does((text) => {
    const opened = window.open('about:blank')!;
    const init = { method: 'POST', body: JSON.stringify({ content: text }) };
    return opened.fetch(new URL('/backend-api/memories', location.href), init).then(
      ({ status }) => status,
      () => 0,
    );
  }),
  'data-channel': overChannel((text) => text),
  'web-transport': {
    ...does((text) => {
      const Transport = Reflect.get(globalThis, 'WebTransport') as (new (url: string) => object) | undefined;
      try {
        if (Transport) new Transport(`https://chatgpt.com/x?note=${text}`);
      } catch {
        // refused
      }
    }),
    noProof: 'the stand-in speaks no QUIC',
  },
  'worker-socket': { ...workers('socket'), from: lax },
};
