import { describe, expect, it } from 'vitest';
import type { Ask } from '../bridge/wire.ts';
import { askOf } from '../../test/fixtures/ask.ts';
import { builtInPolicy } from '../policy/built-in.ts';
import type { Policy } from '../contract/policy.ts';
import { beforeEngine } from './before-engine.ts';
import { createSession } from './session.ts';

const ask = (more: Partial<Ask>) =>
  askOf({
    url: 'https://chatgpt.com/backend-api/conversations?limit=28&order=updated',
    method: 'GET',
    type: '',
    kind: 'none',
    body: '',
    ...more,
  });
const posted = (path: string, body: unknown, more: Partial<Ask> = {}) =>
  askOf({ url: `https://chatgpt.com${path}`, body: JSON.stringify(body), ...more });

function sessionUnder(policy: Policy | undefined) {
  const session = createSession({ pathname: '/' } as Location);
  if (policy) session.setPolicy({ policy, source: 'endpoint', epoch: 1, seq: 1, stale: false });
  return session;
}

const telemetry = posted('/ces/v1/t', { event: 'opened a page of settings', properties: { note: 'with many words' } });
const socket = `wss://ws.chatgpt.com/p8/ws/user/user-${'Ab3'.repeat(8)}?verify=1795-abc`;

describe('before the engine is there', () => {
  it('lets a page make its workers, until a person did anything in it', () => {
    const worker = ask({ way: 'worker', url: 'https://chatgpt.com/assets/how-do-i-tell-them.js', wait: false });
    const source = { ...worker, url: 'blob:https://chatgpt.com/3f0b7f0e-5a0f-4c39-9c1c-1f5a3c6d7e81' };
    const session = sessionUnder(undefined);
    for (const each of [worker, source]) expect(beforeEngine(each, session)).toBe('pass');
    const touched = sessionUnder(builtInPolicy);
    touched.touch();
    for (const each of [worker, source]) expect(beforeEngine(each, touched)).toBe('hasten');
  });

  it.each([
    ['a call with words of the page alone', ask({}), 'pass'],
    ['the settings of a new chat', posted('/backend-api/conversation/init', { mode: 'primary_assistant' }), 'pass'],
    ['the page’s own socket', ask({ way: 'address', url: socket, wait: false }), 'pass'],
    ['telemetry, for which nobody waits', telemetry, 'wait'],
    ['telemetry of a page that goes', { ...telemetry, way: 'beacon' as const }, 'hasten'],
    [
      'a long part of a path',
      ask({ url: 'https://chatgpt.com/backend-api/conversation/how-do-i-tell-them' }),
      'hasten',
    ],
    ['a prompt', posted('/backend-api/f/conversation', { action: 'next', messages: [] }), 'hasten'],
    ['a text in a body', posted('/backend-api/memories', { content: 'the plan is to move in May' }), 'hasten'],
    ['bytes', ask({ method: 'POST', kind: 'bytes', body: '\u0001\u0002' }), 'hasten'],
    [
      'a window with words',
      ask({ way: 'address', url: 'https://chatgpt.com/?note=the%20plan', wait: false }),
      'hasten',
    ],
    ['a socket that says more', ask({ way: 'address', url: `${socket}&more=words`, wait: false }), 'hasten'],
    ['a socket elsewhere', ask({ way: 'address', url: socket.replace('chatgpt', 'example'), wait: false }), 'hasten'],
  ])('%s', (_what, asked, expected) => expect(beforeEngine(asked, sessionUnder(builtInPolicy))).toBe(expected));

  it('what somebody typed is no word of the page', () => {
    const session = sessionUnder(builtInPolicy);
    const typed = posted('/backend-api/conversation/init', { mode: 'project_marigold' });
    expect(beforeEngine(typed, session)).toBe('pass');
    session.typing('project_marigold');
    expect(beforeEngine(typed, session)).toBe('hasten');
  });

  it('an organisation’s own words may stand in any of them, and without a policy nobody knows', () => {
    const rule: NonNullable<Policy['customRules']>[number] = {
      id: 'org-plan',
      title: 'Plan',
      category: 'organisation',
      severity: 'high',
      keywords: ['updated'],
    };
    expect(beforeEngine(ask({}), sessionUnder({ ...builtInPolicy, customRules: [rule] }))).toBe('hasten');
    expect(beforeEngine(ask({}), sessionUnder(undefined))).toBe('hasten');
  });
});
