/** How the stand-in behaves. All fields may be changed while it runs; the page reads them when it loads. */
export interface StandinOptions {
  /** The seed of every token and id, so that a failure can be seen again. */
  seed: number;
  /** Which of the front ends of the same origin is served (facts 0). `A-article` is the older markup of A's turns. */
  frontEnd: 'A' | 'A-article' | 'B' | 'C';
  /** As after a change of the page that nobody was told of: the editor of A and the prompt calls have other names. */
  renamed: boolean;
  /** Time from the server-rendered form to the live editor. */
  hydrationDelayMs: number;
  /** Quiet time after a keystroke before the draft is posted. */
  prepareDebounceMs: number;
  /** A longer pasted text becomes a file. */
  bigPasteThreshold: number;
  /** Through which calls a file goes (facts 2.5): reserved and put, through the product's own host, or into a place reserved before. */
  uploadFlow: 'storage' | 'estuary' | 'reservation';
  /** How file bytes are put to the second host. */
  upload: 'fetch' | 'xhr';
  /** How the JSON of prompts and drafts is handed to the browser. */
  bodyAs: 'string' | 'uint8array' | 'request' | 'blob' | 'xhr';
  account: 'out' | 'personal' | 'workspace';
  /** What a prompt meets: an answer, JSON with status 429, an HTML page with status 403, or an error inside the stream. */
  errorMode: 'none' | 'rate-limit' | 'html' | 'in-stream';
  /** What `?q=` and `?prompt=` do: fill the composer, or send as well. */
  promptLink: 'prefill' | 'autosubmit';
  /** Pause between two chunks of an answer. Make it long to have time for steering and stopping. */
  chunkDelayMs: number;
  /**
   * Where an answer goes on after its first stream: nowhere else, over the page's WebSocket, over one that breaks off in the middle, or in
   * a stream that the page asks for (facts 2.4).
   */
  handoff: 'none' | 'socket' | 'broken-socket' | 'resume';
  /** Whether each answer comes with a document beside the chat. */
  canvas: boolean;
  /** What the service makes of each recording. */
  transcript: string;
  /** How what is typed while an answer runs goes to it: by a call, or over the WebSocket, which the real page was never seen to do. */
  steerBy: 'call' | 'socket';
  /** Whether the page posts telemetry, by `fetch`, by `sendBeacon` and packed. */
  telemetry: boolean;
  /** Whether the browser may keep the page for going back. */
  cacheable: boolean;
  /** Whether the page opens its WebSocket, which carries presence, subscriptions and, unless `steerBy` says so, nothing typed. */
  socket: boolean;
}

export const defaultOptions: Readonly<StandinOptions> = {
  seed: 1,
  frontEnd: 'A',
  renamed: false,
  hydrationDelayMs: 300,
  prepareDebounceMs: 300,
  bigPasteThreshold: 5000,
  uploadFlow: 'storage',
  upload: 'fetch',
  bodyAs: 'string',
  account: 'personal',
  errorMode: 'none',
  promptLink: 'prefill',
  chunkDelayMs: 4,
  handoff: 'none',
  steerBy: 'call',
  canvas: false,
  transcript: 'Words that were spoken.',
  telemetry: true,
  socket: true,
  cacheable: false,
};
