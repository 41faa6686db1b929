import { z } from 'zod/mini';
import { empty, json, product, refused } from '../call.ts';
import type { Call, Reply, Route, World } from '../call.ts';
import { asset } from './page.ts';

const malformed = (what: string): Reply => refused(422, [{ type: 'value_error', loc: ['body'], msg: `Not ${what}` }]);

/** The fields of a form; `undefined` for any other body. */
async function readForm({ body, headers }: Call): Promise<ReadonlyMap<string, FormDataEntryValue> | undefined> {
  const type = headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return undefined;
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    return new Map(form);
  } catch {
    return undefined; // no form, whatever it is called
  }
}

const hasOnly = (form: ReadonlyMap<string, unknown>, names: readonly string[]): boolean =>
  [...form.keys()].every((name) => names.includes(name));

/** WebM or Ogg, as browsers record them. */
function isRecording(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  return start === '1a45dfa3' || start === Buffer.from('OggS').toString('hex');
}

/** Writes down what was said: the same words whatever it was. */
async function transcribe(call: Call, { options }: World): Promise<Reply> {
  const form = await readForm(call);
  const file = form?.get('file');
  if (!form || !(file instanceof File) || !hasOnly(form, ['file', 'duration_ms'])) return malformed('a recording');
  const duration = form.get('duration_ms') ?? '0';
  const isAudio = file.type.startsWith('audio/') && isRecording(new Uint8Array(await file.arrayBuffer()));
  if (!isAudio || typeof duration !== 'string' || !/^\d+$/.test(duration)) return malformed('a recording');
  return json({ text: options.transcript });
}

const Session = z.strictObject({
  voice: z.string(),
  conversation_id: z.nullable(z.string()),
  timezone_offset_min: z.int(),
});

const isOffer = (sdp: string): boolean =>
  sdp.startsWith('v=0') && /^m=audio /m.test(sdp) && /^m=application /m.test(sdp);

function isSession(text: FormDataEntryValue | undefined): boolean {
  if (typeof text !== 'string') return false;
  try {
    return Session.safeParse(JSON.parse(text)).success;
  } catch {
    return false; // no JSON
  }
}

/** The offer of a voice conversation: in a form with its session, or by itself. */
async function offerOf(call: Call): Promise<string | undefined> {
  if (call.headers['content-type'] === 'application/sdp') return call.body.toString('utf8');
  const form = await readForm(call);
  const sdp = form?.get('sdp');
  if (!form || typeof sdp !== 'string' || !hasOnly(form, ['sdp', 'session'])) return undefined;
  return isSession(form.get('session')) ? sdp : undefined;
}

async function connect(call: Call, { voice }: World): Promise<Reply> {
  const sdp = await offerOf(call);
  if (sdp === undefined || !isOffer(sdp)) return malformed('an offer');
  const answer = await voice.connect(sdp);
  if (answer === undefined) return refused(503, 'Voice is not available right now.');
  return { status: 201, headers: { 'content-type': 'application/sdp' }, body: answer };
}

const on = (method: string, path: string, answer: Route['answer']): Route => ({ host: product, method, path, answer });

// The service's end of voice conversations, at a host where no extension of ours is.
const endHost = /^voice-end\.example\.test$/;
const atEnd = (method: string, path: string, answer: Route['answer']): Route => ({
  host: endHost,
  method,
  path,
  answer,
});

const endPage = (): Reply => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!doctype html><meta charset="utf-8"><title>Voice end</title><script type="module" src="/voice-end.js"></script>',
});

async function nextOffer(_: Call, { voice }: World): Promise<Reply> {
  const offer = await voice.next();
  return offer ? json(offer) : empty();
}

function takeAnswer({ params, body }: Call, { voice }: World): Reply {
  voice.answer(params['id'] ?? '', body.toString('utf8'));
  return empty();
}

/** Dictation and voice conversations (facts 2.7). */
export const voiceRoutes: readonly Route[] = [
  on('POST', '/backend-*/transcribe', transcribe),
  ...['vp', 'vps', 'wm'].map((kind) => on('POST', `/realtime/${kind}`, connect)),
  on('GET', '/realtime/status', () => json({ status: 'ok' })),
  atEnd('GET', '/', endPage),
  atEnd('GET', '/favicon.ico', () => empty()),
  atEnd('GET', '/:name', asset),
  atEnd('POST', '/offers', nextOffer),
  atEnd('POST', '/answers/:id', takeAnswer),
  atEnd('POST', '/heard', () => empty()),
];
