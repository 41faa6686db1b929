import type { LeakRecord } from '../standin/leak-ledger.ts';

const ids = /[0-9a-f]{8}-[0-9a-f-]{27}|file_\w+|(?:g-)?[0-9a-f]{32}/g;
const nameless = (text: string): string => text.replace(ids, '{id}');

/** What a call says to the server, word for word, without what differs from run to run: ids, times and the tokens of the page. */
export async function saidBy({ method, host, path, headers, body, webSocket }: LeakRecord): Promise<string> {
  const address = `${method} ${host}${nameless(path).replace(/\/p\d+\/ws/, '/p{n}/ws')}`;
  const names = headers.map(([name]) => name.toLowerCase()).filter((name) => name !== 'content-length');
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  const said = webSocket ? frames(body) : /^multipart/.test(type) ? await fields(body, type) : values(body);
  return JSON.stringify([address, [...new Set(names)].toSorted(), said]);
}

function values(body: Buffer): unknown {
  if (body.length === 0) return 'nothing';
  try {
    return valuesIn(JSON.parse(body.toString()));
  } catch {
    return `${body.length} bytes`; // a file: the same one has the same length
  }
}

/** The draft is what Sluice takes out, and the token for it comes earlier or later. */
const varies = new Set(['partial_query', 'client_prepare_state']);

function valuesIn(value: unknown): unknown {
  if (typeof value === 'string') return nameless(value);
  if (typeof value === 'number') return Number.isInteger(value) && value < 100 ? value : 'number';
  if (Array.isArray(value)) return value.map(valuesIn);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([key]) => !varies.has(key))
    .map(([key, item]) => [key, key === 'client_contextual_info' ? 'the window' : valuesIn(item)]);
}

/** Messages of a socket are lists of commands, one after another; what follows the last one closes it. */
function frames(body: Buffer): unknown {
  const text = body.toString();
  const messages = text.slice(0, text.lastIndexOf(']') + 1).split(/(?<=\])(?=\[\{)/);
  return messages.filter((message) => message !== '').map((message) => valuesIn(JSON.parse(message)));
}

/** A recording and the description of a connection are never the same twice: of these, their kind is told. */
async function fields(body: Buffer, type: string): Promise<unknown> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  return [...form].map(([name, value]) => {
    if (typeof value !== 'string') return [name, value.name, value.type, value.size > 0];
    return [name, value.startsWith('v=0') ? value.match(/^m=\w+/gm) : nameless(value).replace(/\b\d{3,}\b/g, 'number')];
  });
}
