import { empty, json, product } from '../call.ts';
import type { Call, Reply, Route, World } from '../call.ts';

const ok = (): Reply => json({ status: 'ok' });
const made = (_: Call, { tokens }: World): Reply => json({ id: tokens.uuid(), status: 'ok' });

const on = (method: string, path: string, answer: Route['answer']): Route => ({ host: product, method, path, answer });

const groups: readonly Route[] = [
  on('POST', '/backend-*/calpico/chatgpt/rooms/:room/messages', made),
  on('POST', '/backend-*/calpico/chatgpt/projects/:project/rooms/:room/messages', made),
  on('POST', '/backend-*/calpico/chatgpt/rooms/:room/responding_heartbeat', ok),
];

const projectsAndTasks: readonly Route[] = [
  on('GET', '/backend-*/projects', () => json({ items: [] })),
  on('POST', '/backend-*/projects', made),
  on('PATCH', '/backend-*/projects/:id', made),
  on('GET', '/backend-*/automations', () => json({ items: [] })),
  on('POST', '/backend-*/automations', made),
  on('PATCH', '/backend-*/automations/:id', made),
  on('GET', '/backend-*/wham/tasks', () => json({ items: [] })),
  on('POST', '/backend-*/wham/tasks', (_, { tokens }) => json({ task: { id: `task_e_${tokens.hex(32)}` } })),
  on('POST', '/backend-*/wham/worktree_snapshots/*', made),
  on('GET', '/backend-*/wham/accounts/check', () => json({ items: [] })),
  ...['GET', 'POST'].map((method) => on(method, '/backend-*/codex/*', made)),
  ...['GET', 'POST'].map((method) => on(method, '/backend-*/tpp/*', made)),
];

const apps: readonly Route[] = [
  on('POST', '/backend-*/ecosystem/call_mcp', () => json({ result: { content: [] } })),
  on('POST', '/backend-*/ecosystem/widget_state', ok),
  on('POST', '/backend-*/aip/connectors/mcp', ok),
  on('POST', '/backend-*/share/create', (_, { tokens }) =>
    json({ share_id: tokens.uuid(), share_url: 'https://chatgpt.com/share/x' }),
  ),
  on('POST', '/backend-*/share/post', made),
  on('GET', '/ps/plugins/search', () => json({ items: [] })),
  on('GET', '/backend-*/opengraph/tags', () => json({ tags: {} })),
];

const sora = /^sora\.chatgpt\.com$/;
const film = (path: string): Route => ({ host: sora, method: 'POST', path, answer: made });

// A host of nobody: it takes everything, so that a test sees what a page sends to strangers. It is no unknown call.
const stranger = /\.example\.test$/;
const taken = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((method): Route => ({
  host: stranger,
  method,
  path: '/*',
  answer: () => empty(),
}));

/** Ways out of the page that its own front end in this stand-in does not take; tests post to them by hand. */
export const furtherRoutes: readonly Route[] = [
  ...groups,
  ...projectsAndTasks,
  ...apps,
  ...['/backend/nf/create', '/backend/video_gen', '/backend/project_y/file/upload'].map(film),
  ...taken,
];
