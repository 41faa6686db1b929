import type { WayOut } from '../types.ts';

const seen = '2026-11-25';
const noBody = { cannot: 'the browser hands extensions no bytes of it' } as const;
const noGate = (what: string) => ({ cannot: `${what} meets no page gate` });

/**
 * Every way by which a person's words or files can leave the page, with what each ring does about it. Ring 3 is told for a browser in
 * which it may block; elsewhere it observes what it says it stops.
 */
export const waysOut: readonly WayOut[] = [
  { id: 'fetch', title: '`fetch` with text, JSON, form fields or bytes', ring2: 'stops', ring3: 'stops', seen },
  { id: 'fetch-blob', title: '`fetch` with a Blob or a file part', ring2: 'stops', ring3: 'stops', seen },
  { id: 'xhr', title: '`XMLHttpRequest`, asynchronous', ring2: 'stops', ring3: 'stops', seen },
  { id: 'xhr-sync', title: '`XMLHttpRequest`, synchronous', ring2: 'stops', ring3: 'stops', seen },
  { id: 'beacon', title: '`navigator.sendBeacon`', ring2: 'stops', ring3: 'stops', seen },
  {
    id: 'form-submit',
    title: 'native form submit, by a person or by `submit()`',
    ring2: 'stops',
    ring3: 'stops',
    seen,
  },
  {
    id: 'link-text',
    title: 'text in the address of a link (`?q=`, `?prompt=`)',
    ring2: { cannot: 'a rule of the browser takes it out first' },
    ring3: 'stops',
    seen,
  },
  {
    id: 'navigation',
    title: 'text in any other address that a page goes to, or in a form that goes there',
    ring2: 'stops',
    ring3: 'stops',
    seen,
  },
  {
    id: 'popup',
    title: 'text in the address of a new window',
    ring2: noGate('a window that is just being made'),
    ring3: 'stops',
    seen,
  },
  { id: 'socket-frame', title: 'WebSocket frames of the page', ring2: 'stops', ring3: noBody, seen },
  { id: 'draft', title: 'drafts while typing (`…/conversation/prepare`)', ring2: 'stops', ring3: 'observes', seen },
  { id: 'autocompletion', title: 'autocompletions while typing', ring2: 'stops', ring3: 'observes', seen },
  { id: 'worker', title: 'calls from dedicated and shared workers', ring2: noGate('a worker'), ring3: 'stops', seen },
  {
    id: 'service-worker',
    title: 'calls from the page’s service worker',
    ring2: noGate('a service worker'),
    ring3: 'stops',
    seen,
  },
  {
    id: 'initial-frame',
    title: 'the first document of a frame, in the moment it is made',
    ring2: noGate('that document'),
    ring3: 'stops',
    seen,
  },
  { id: 'fetch-later', title: '`fetchLater`', ring2: 'stops', ring3: 'stops', seen },
  { id: 'ping', title: '`<a ping>`', ring2: noGate('a ping'), ring3: 'stops', seen },
  {
    id: 'event-source',
    title: 'text in the address of an `EventSource` or a WebSocket',
    ring2: 'stops',
    ring3: 'stops',
    seen,
  },
  { id: 'image', title: 'text in the address of an image, set by a script', ring2: 'stops', ring3: 'stops', seen },
  {
    id: 'markup',
    title: 'text in an address that stands in markup or a style sheet',
    ring2: noGate('what the parser loads'),
    ring3: 'stops',
    seen,
  },
  { id: 'data-channel', title: 'frames of a WebRTC data channel', ring2: 'stops', ring3: noBody, seen },
  {
    id: 'rtc',
    title: 'voice over WebRTC',
    ring2: 'stops',
    ring3: noBody,
    seen,
  },
  { id: 'web-transport', title: '`WebTransport`, which is refused', ring2: 'stops', ring3: noBody, seen },
  { id: 'worker-socket', title: 'WebSocket frames of workers', ring2: noGate('a worker'), ring3: noBody, seen },
];
