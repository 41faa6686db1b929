import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod/mini';
import type { World } from './call.ts';
import type { Turn } from './turns.ts';
import type { SocketEnd } from './websocket.ts';

const state = z.enum(['foreground', 'background']);
const message = z.strictObject({
  id: z.string(),
  author: z.looseObject({ role: z.string() }),
  create_time: z.optional(z.number()),
  content: z.strictObject({ content_type: z.literal('text'), parts: z.array(z.string()) }),
  metadata: z.looseObject({}),
});

/** All that the page says over its socket. Words go along in the last one alone, which the real page was never seen to send. */
const command = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('connect'), presence: z.strictObject({ type: z.literal('presence'), state }) }),
  z.strictObject({ type: z.literal('presence'), state }),
  z.strictObject({ type: z.literal('subscribe'), topic_id: z.string(), offset: z.string() }),
  z.strictObject({ type: z.literal('unsubscribe'), topic_id: z.string() }),
  z.strictObject({ type: z.literal('steer_turn'), topic_id: z.string(), messages: z.array(message) }),
]);
const Commands = z.array(z.strictObject({ id: z.number(), request_id: z.string(), command }));
type Command = z.infer<typeof command>;

const itemFrame = ({ id, topic, conversationId }: Turn, item: string, at: number): string =>
  JSON.stringify([
    {
      type: 'message',
      topic_id: topic,
      offset: String(at + 1),
      payload: {
        type: 'conversation-turn-stream',
        payload: { type: 'stream-item', conversation_id: conversationId, turn_id: id, encoded_item: item },
      },
    },
  ]);

/** One open socket of the user. What it does not know it leaves unanswered and says so by `false`. */
export class UserSocket {
  readonly #end: SocketEnd;
  readonly #world: World;
  readonly #subscribed = new Map<string, AbortController>();

  constructor(end: SocketEnd, world: World) {
    this.#end = end;
    this.#world = world;
  }

  /** Does what a message of the page asks for; false for anything that is no list of commands. */
  receive(text: string): boolean {
    const parsed = Commands.safeParse(jsonOf(text));
    if (!parsed.success) return false;
    for (const { id, command: each } of parsed.data) {
      this.#do(each);
      this.#end.send(JSON.stringify([{ type: 'reply', command_id: id, reply: { type: 'ok' } }]));
    }
    return true;
  }

  #do(given: Command): void {
    if (given.type === 'unsubscribe') this.#subscribed.get(given.topic_id)?.abort();
    if (given.type !== 'subscribe') return;
    const turn = this.#world.turns.ofTopic(given.topic_id);
    if (turn) void this.#bring(turn, Number(given.offset));
  }

  async #bring(turn: Turn, from: number): Promise<void> {
    const { options } = this.#world;
    const over = new AbortController();
    this.#subscribed.set(turn.topic, over);
    const breaksAt = options.handoff === 'broken-socket' ? Math.ceil(turn.items.length / 2) : Infinity;
    for (const [at, item] of turn.items.entries()) {
      if (at < from) continue;
      await pause(options.chunkDelayMs);
      if (over.signal.aborted || this.#end.gone.aborted) return;
      if (at >= breaksAt) {
        this.#end.close();
        return;
      }
      this.#end.send(itemFrame(turn, item, at));
    }
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no command: the caller says so
  }
}
