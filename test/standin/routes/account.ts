import { accountsOf, meOf, sessionOf } from '../account.ts';
import { json, product, readObject, refused } from '../call.ts';
import type { Call, Reply, Route, World } from '../call.ts';

const models = (): Reply =>
  json({
    models: ['gpt-5-2', 'gpt-5-2-thinking', 'gpt-5-mini'].map((slug) => ({
      slug,
      max_tokens: 34_815,
      title: slug,
      description: 'A model of the stand-in',
      tags: [],
      capabilities: {},
      enabled_tools: ['tools', 'tools2', 'search'],
    })),
    categories: [],
    default_model_slug: 'gpt-5-2',
  });

const settings = (): Reply =>
  json({
    settings: { training_allowed: false, sunshine: true, voice_name: 'cove', announcements: { search: '2026-03-01' } },
    eligible_announcements: [],
    user_segments: [],
  });

function saveInstructions(call: Call, world: World): Reply {
  const body = readObject(call.body);
  if (!body) return refused(422, 'JSON decode error');
  world.instructions = { ...world.instructions, ...body };
  return json({ object: 'user_system_message_detail', ...world.instructions });
}

const showInstructions = (_: Call, { instructions }: World): Reply =>
  json({ object: 'user_system_message_detail', enabled: true, ...instructions });

const socketAddress = (_: Call, { account, tokens }: World): Reply =>
  json({
    websocket_url: `wss://ws.chatgpt.com/p${tokens.between(1, 9)}/ws/user/${account.userId}?verify=${tokens.base64url(48)}`,
  });

const on = (method: string, path: string, answer: Route['answer']): Route => ({ host: product, method, path, answer });

/** Who is signed in, and what the page asks about them. */
export const accountRoutes: readonly Route[] = [
  on('GET', '/api/auth/session', (_, { account, options }) => json(sessionOf(account, options.account))),
  on('GET', '/backend-*/accounts/check/:version', (_, { account, options }) =>
    json(accountsOf(account, options.account)),
  ),
  on('GET', '/backend-*/accounts/optimized/check', (_, { account, options }) =>
    json(accountsOf(account, options.account)),
  ),
  on('GET', '/backend-*/me', (_, { account }) => json(meOf(account))),
  on('GET', '/backend-*/models', models),
  on('GET', '/backend-*/settings/user', settings),
  on('PATCH', '/backend-*/settings/account_user_setting', () => json({ status: 'ok' })),
  on('GET', '/backend-*/celsius/ws/user', socketAddress),
  on('GET', '/backend-*/user_system_messages', showInstructions),
  on('POST', '/backend-*/user_system_messages', saveInstructions),
  on('PATCH', '/backend-*/user_system_messages', saveInstructions),
  on('GET', '/backend-*/memories', () => json({ memories: [], memory_max_tokens: 2000, memory_num_tokens: 0 })),
  on('POST', '/backend-*/memories', () => json({ success: true })),
  on('PUT', '/backend-*/user_bio', () => json({ success: true })),
];
