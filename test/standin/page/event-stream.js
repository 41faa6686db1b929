/** Reads server-sent events from pieces of text; yields `{ event, data }`. */
export async function* readEvents(pieces) {
  let waiting = '';
  for await (const piece of pieces) {
    waiting += piece;
    for (let end = waiting.indexOf('\n\n'); end !== -1; end = waiting.indexOf('\n\n')) {
      const lines = waiting.slice(0, end).split('\n');
      waiting = waiting.slice(end + 2);
      const field = (name) =>
        lines.filter((line) => line.startsWith(`${name}: `)).map((line) => line.slice(name.length + 2));
      yield { event: field('event')[0], data: field('data').join('\n') };
    }
  }
}

function applyAt(target, path, operation, value) {
  const keys = path.split('/').slice(1);
  const last = keys.pop();
  const holder = keys.reduce((node, key) => node?.[key], target);
  if (!holder) return;
  if (operation === 'append' && typeof holder[last] === 'string') holder[last] += value;
  else if (operation === 'append' && typeof holder[last] === 'object') Object.assign(holder[last], value);
  else holder[last] = value;
}

/** Keeps the messages of one answer in delta encoding v1: channel, path and operation stay in force until they are said again. */
export class DeltaReader {
  #channels = new Map();
  #channel = 0;
  #path = '';
  #operation = 'add';

  /** Applies one frame and returns the value of the channel that it changed. */
  apply({ p, o, v, c }) {
    this.#channel = c ?? this.#channel;
    this.#path = p ?? this.#path;
    this.#operation = o ?? this.#operation;
    if (this.#operation === 'add' && this.#path === '') this.#channels.set(this.#channel, v);
    const target = this.#channels.get(this.#channel);
    if (this.#operation === 'patch') for (const part of v) applyAt(target, part.p, part.o, part.v);
    else if (this.#path !== '') applyAt(target, this.#path, this.#operation, v);
    return target;
  }
}
