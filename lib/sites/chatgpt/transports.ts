import type { WayOut } from '../types.ts';

const seen = '2026-11-25';
/** For frames. */
export const noBody = { cannot: 'the browser hands extensions no bytes of it' } as const;
const noGate = <What extends string>(what: What) => ({ cannot: `${what} meets no page gate` }) as const;
const rewritten = { ring2: 'stops', ring3: 'stops', onRedact: 'rewritten', onBlock: 'refused', seen } as const;
const refused = { ring2: 'stops', ring3: 'stops', onRedact: 'refused', onBlock: 'refused', seen } as const;
/** Stopped by the network gate alone. */
const later = { ring3: 'stops', onRedact: 'refused', onBlock: 'refused', seen } as const;

/** The means of the browser by which anything can leave a page, whatever the call. */
export const transports = [
  { id: 'fetch', title: '`fetch` with a string', ...rewritten },
  { id: 'fetch-bytes', title: '`fetch` with a `Uint8Array`', ...rewritten },
  { id: 'fetch-request', title: '`fetch` with a `Request`', ...rewritten },
  { id: 'fetch-blob', title: '`fetch` with a `Blob`', ...rewritten },
  { id: 'fetch-stream', title: '`fetch` with a stream', ...rewritten },
  { id: 'fetch-fields', title: '`fetch` with form fields', ...refused },
  { id: 'fetch-file', title: '`fetch` with a file in a form', ...refused },
  { id: 'fetch-gzip', title: '`fetch` with a packed body', ...refused },
  { id: 'fetch-keepalive', title: '`fetch` that outlives the page', ...rewritten },
  { id: 'fetch-delete', title: '`fetch` by a method that seldom has a body', ...rewritten },
  { id: 'xhr', title: '`XMLHttpRequest`, asynchronous', ...rewritten },
  { id: 'xhr-sync', title: '`XMLHttpRequest`, synchronous', ...refused },
  { id: 'beacon', title: '`navigator.sendBeacon`', ...rewritten },
  { id: 'form-submit', title: '`form.submit()`', ...refused },
  { id: 'form-request', title: 'a submit by a person or by `requestSubmit()`', ...refused },
  {
    id: 'form-elsewhere',
    title: 'a form that goes to another host',
    ...refused,
    ring3: { cannot: 'Sluice has no access to other hosts' },
  },
  {
    id: 'link-text',
    title: 'text in the address of a link (`?q=`, `?prompt=`)',
    ...later,
    ring2: { cannot: 'a rule of the browser takes it out first' },
    onRedact: 'taken out',
    onBlock: 'taken out',
  },
  { id: 'navigation', title: 'text in any other address that a page goes to', ...refused },
  { id: 'popup', title: 'text in the address of a window that a script opens', ...refused },
  {
    id: 'popup-link',
    title: 'text in the address of a link that opens a window, not in the document',
    ...later,
    ring2: noGate('a link outside the document'),
  },
  { id: 'socket-frame', title: 'WebSocket frames of the page', ...rewritten, ring3: noBody },
  { id: 'socket-address', title: 'text in the address of a WebSocket', ...refused },
  { id: 'event-source', title: 'text in the address of an `EventSource`', ...refused },
  { id: 'image', title: 'text in the address of an image, set by a script', ...refused },
  {
    id: 'markup',
    title: 'text in an address that stands in markup or a style sheet',
    ...later,
    ring2: noGate('what the parser loads'),
  },
  { id: 'ping', title: '`<a ping>`', ...later, ring2: noGate('a ping') },
  { id: 'fetch-later', title: '`fetchLater`', ...refused },
  { id: 'worker-address', title: 'text in the address of a dedicated worker', ...refused, seen: '2026-11-29' },
  { id: 'shared-worker-address', title: 'text in the address of a shared worker', ...refused, seen: '2026-11-29' },
  { id: 'service-worker-address', title: 'text in the address of a service worker', ...refused, seen: '2026-11-29' },
  { id: 'worker-source', title: 'text in the source of a worker (`blob:`)', ...refused, seen: '2026-11-29' },
  { id: 'worker-source-data', title: 'text in the source of a worker (`data:`)', ...refused, seen: '2026-11-29' },
  { id: 'worker', title: 'calls from a dedicated worker', ...later, ring2: noGate('a worker') },
  { id: 'shared-worker', title: 'calls from a shared worker', ...later, ring2: noGate('a worker') },
  {
    id: 'service-worker',
    title: 'calls from the page’s service worker',
    ...later,
    ring2: noGate('a service worker'),
  },
  { id: 'frame-blank', title: 'the `fetch` of an `about:blank` frame', ...refused },
  { id: 'frame-srcdoc', title: 'the `fetch` of a `srcdoc` frame', ...refused },
  { id: 'frame-blob', title: 'calls from a `blob:` frame', ...refused },
  { id: 'frame-sandboxed', title: 'calls from a sandboxed frame', ...refused },
  {
    id: 'frame-initial',
    title: 'the first document of a frame, in the moment it is made',
    ...later,
    ring2: noGate('that document'),
  },
  { id: 'window-blank', title: 'the `fetch` of a new empty window', ...refused },
  { id: 'data-channel', title: 'frames of a WebRTC data channel', ...rewritten, ring3: noBody },
  { id: 'web-transport', title: '`WebTransport`, which is refused', ...refused, ring3: noBody },
  {
    id: 'worker-socket',
    title: 'WebSocket frames of workers',
    ring2: noGate('a worker'),
    ring3: noBody,
    onRedact: 'refused',
    onBlock: 'refused',
    seen,
  },
] as const satisfies readonly WayOut[];
