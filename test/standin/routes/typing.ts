import { json, product, readObject, refused } from '../call.ts';
import type { Call, Reply, Route, World } from '../call.ts';

/** Takes a draft, with or without its text, and hands out the token that routes the prompt which follows. */
function prepare(call: Call, { tokens }: World): Reply {
  return readObject(call.body)
    ? json({ status: 'ok', conduit_token: tokens.conduit() })
    : refused(422, 'JSON decode error');
}

function complete(call: Call): Reply {
  return readObject(call.body)
    ? json({ completions: [' and explain it step by step', ' in two short sentences'] })
    : refused(422, 'JSON decode error');
}

function challenge({ tokens }: World): Readonly<Record<string, unknown>> {
  return {
    persona: 'chatgpt-paid',
    turnstile: { required: true, dx: tokens.base64(1800) },
    proofofwork: {
      required: true,
      seed: `0.${tokens.between(1e8, 9e8)}${tokens.between(1e8, 9e8)}`,
      difficulty: '0fffff',
    },
    so: { required: true, collector_dx: tokens.base64(600), snapshot_dx: tokens.base64(300) },
  };
}

const on = (path: string, answer: Route['answer']): Route => ({ host: product, method: 'POST', path, answer });

/** Calls that the page makes while somebody types. */
export const typingRoutes: readonly Route[] = [
  on('/backend-*/f/conversation/prepare', prepare),
  on('/backend-*/f/converse/prepare', prepare),
  on('/backend-*/conversation/prepare', prepare),
  on('/backend-*/conversation/experimental/generate_autocompletions', complete),
  on('/backend-*/generate_autocompletions', complete),
  on('/backend-*/sentinel/chat-requirements', (_, world) =>
    json({ ...challenge(world), token: world.tokens.sentinel(420), expire_after: 540 }),
  ),
  on('/backend-*/sentinel/chat-requirements/prepare', (_, world) =>
    json({ ...challenge(world), prepare_token: world.tokens.sentinel(700) }),
  ),
  on('/backend-*/sentinel/chat-requirements/finalize', (_, { tokens }) =>
    json({
      persona: 'chatgpt-paid',
      token: tokens.sentinel(1100),
      expire_after: 540,
      expire_at: Date.now() / 1000 + 540,
    }),
  ),
  on('/backend-*/sentinel/ping', () => json({ status: 'ok' })),
];
