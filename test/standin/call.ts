import type { Account } from './account.ts';
import type { Conversations } from './conversations.ts';
import type { StandinOptions } from './options.ts';
import type { Textdocs } from './textdocs.ts';
import type { Tokens } from './tokens.ts';
import type { VoiceExchange } from './voice-exchange.ts';
import type { Turns } from './turns.ts';

/** One request, read to its end. */
export interface Call {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** What the `:names` of the route's path stood for. */
  readonly params: Readonly<Record<string, string>>;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer | AsyncIterable<Buffer>;
}

/** What the stand-in remembers between requests. */
export interface World {
  readonly options: StandinOptions;
  readonly tokens: Tokens;
  readonly account: Account;
  readonly conversations: Conversations;
  /** Answers that were handed off. */
  readonly turns: Turns;
  readonly textdocs: Textdocs;
  readonly voice: VoiceExchange;
  /** Custom instructions as they were last saved. */
  instructions: Readonly<Record<string, unknown>>;
  /** Names of files by id. */
  readonly files: Map<string, string>;
  /** Ids of the GPTs that were made. */
  readonly gpts: Set<string>;
}

/** One kind of call that the stand-in knows. `path` may hold `:name` for one segment, `*` for all that follows and `backend-*`. */
export interface Route {
  readonly host: RegExp;
  readonly method: string;
  readonly path: string;
  readonly answer: (call: Call, world: World) => Reply | Promise<Reply>;
}

export const product = /^(chatgpt\.com|chat\.openai\.com)$/;

export function json(value: unknown, status = 200): Reply {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

/** An error as the service words it. */
export const refused = (status: number, detail: unknown): Reply => json({ detail }, status);

export const empty = (status = 204): Reply => ({ status, headers: {}, body: '' });

/** The body as an object; `undefined` when it is anything else. */
export function readObject(body: Buffer): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}

export function textOf(value: unknown, otherwise = ''): string {
  return typeof value === 'string' ? value : otherwise;
}
