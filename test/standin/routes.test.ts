import { afterAll, describe, expect, it } from 'vitest';
import { ask, postTo } from './asking.ts';
import { startStandin } from './server.ts';

const standin = await startStandin({ chunkDelayMs: 0 });
afterAll(() => standin.close());

const message = { id: 'm1', author: { role: 'user' }, content: { content_type: 'text', parts: ['hello'] } };
const conversationIdOf = (text: string): string => /"conversation_id":"([^"]+)"/.exec(text)?.[1] ?? '';

/** Method, path, and the keys that the answer has. */
const shapes: readonly (readonly [string, string, readonly string[]])[] = [
  ['POST', '/backend-api/f/conversation/prepare', ['status', 'conduit_token']],
  ['POST', '/backend-anon/conversation/prepare', ['status', 'conduit_token']],
  ['POST', '/backend-api/conversation/experimental/generate_autocompletions', ['completions']],
  ['POST', '/backend-alt/generate_autocompletions', ['completions']],
  ['POST', '/backend-api/sentinel/chat-requirements', ['token', 'persona', 'proofofwork', 'turnstile']],
  ['POST', '/backend-api/sentinel/chat-requirements/prepare', ['prepare_token', 'proofofwork', 'turnstile']],
  ['POST', '/backend-api/sentinel/chat-requirements/finalize', ['token', 'persona']],
  ['POST', '/backend-api/f/steer_turn', ['status']],
  ['POST', '/backend-api/conversation/init', ['type', 'limits_progress', 'default_model_slug']],
  ['GET', '/backend-api/conversation/x/stream_status', ['status']],
  ['GET', '/backend-api/conversations?offset=0&limit=28', ['items', 'total', 'limit', 'offset']],
  ['GET', '/backend-api/conversations/search?query=x', ['items']],
  ['POST', '/backend-api/files', ['status', 'file_id', 'upload_url']],
  ['POST', '/backend-api/files/file_1/uploaded', ['status', 'download_url']],
  ['GET', '/backend-api/files/file_1/download', ['status', 'download_url']],
  ['GET', '/backend-api/conversation/x/attachment/file_1/download', ['status', 'download_url']],
  ['POST', '/backend-api/files/upload_reservations', ['reservation_id', 'upload_url']],
  ['POST', '/backend-api/files/upload_reservations/r/claim_and_finish', ['file_id']],
  ['POST', '/backend-api/files/library/reuse', ['status']],
  ['POST', '/backend-api/estuary/upload_content_bytes', ['file_id']],
  ['POST', '/api/estuary/upload_content_and_finalize', ['file_id']],
  ['POST', '/backend-api/file_upload_action_suggestions', ['suggestions']],
  ['POST', '/backend-api/calpico/chatgpt/rooms/r/messages', ['id']],
  ['POST', '/backend-api/calpico/chatgpt/projects/p/rooms/r/messages', ['id']],
  ['GET', '/backend-api/user_system_messages', ['about_user_message', 'about_model_message']],
  ['POST', '/backend-api/user_system_messages', ['about_user_message']],
  ['POST', '/backend-api/memories', ['success']],
  ['PUT', '/backend-api/user_bio', ['success']],
  ['POST', '/backend-api/projects', ['id']],
  ['PATCH', '/backend-api/projects/p', ['id']],
  ['GET', '/backend-api/gizmos/bootstrap', ['items']],
  ['POST', '/backend-api/automations', ['id']],
  ['PATCH', '/backend-api/automations/a', ['id']],
  ['POST', '/backend-api/conversation/message_feedback', ['status']],
  ['POST', '/backend-api/implicit_message_feedback', ['status']],
  ['POST', '/backend-api/conversation/id/x/rename', ['success']],
  ['PATCH', '/backend-api/conversation/x', ['success']],
  ['GET', '/ps/plugins/search?q=x', ['items']],
  ['GET', '/backend-api/opengraph/tags?url=x', ['tags']],
  ['POST', '/backend-api/ecosystem/call_mcp', ['result']],
  ['POST', '/backend-api/ecosystem/widget_state', ['status']],
  ['POST', '/backend-api/aip/connectors/mcp', ['status']],
  ['POST', '/backend-api/share/create', ['share_id']],
  ['POST', '/backend-api/share/post', ['id']],
  ['POST', '/backend-api/wham/tasks', ['task']],
  ['POST', '/backend-api/wham/worktree_snapshots/upload', ['id']],
  ['POST', '/backend-api/codex/x', ['id']],
  ['POST', '/backend-api/tpp/x', ['id']],
  ['POST', 'https://sora.chatgpt.com/backend/nf/create', ['id']],
  ['POST', 'https://sora.chatgpt.com/backend/video_gen', ['id']],
  ['GET', '/api/auth/session', ['user', 'expires', 'account', 'accessToken', 'authProvider']],
  ['GET', '/backend-api/accounts/check/v4-2023-04-27', ['accounts', 'account_ordering']],
  ['GET', '/backend-api/me', ['id', 'email', 'name']],
  ['GET', '/backend-api/models', ['models', 'default_model_slug']],
  ['GET', '/backend-api/settings/user', ['settings']],
  ['GET', '/backend-api/celsius/ws/user', ['websocket_url']],
  ['POST', '/ces/v1/t', ['success']],
  ['POST', '/ces/v1/rgstr?k=x', ['success']],
  ['POST', '/backend-api/lat/r', ['status']],
  ['POST', '/backend-api/beacons/event', ['status']],
  ['POST', 'https://ab.chatgpt.com/v1/rgstr', ['success']],
  ['POST', 'https://ab.chatgpt.com/v1/initialize', ['feature_gates', 'dynamic_configs']],
];

describe('the routes', () => {
  it.each(shapes)('answer in the shape of the service: %s %s', async (method, path, keys) => {
    const { status, text } = await ask(standin, path, {
      method,
      ...(method === 'GET' ? {} : { body: '{"messages":[]}' }),
    });
    expect(status).toBeLessThan(300);
    expect(Object.keys(JSON.parse(text))).toEqual(expect.arrayContaining([...keys]));
  });

  it.each([
    '/backend-api/f/conversation',
    '/backend-anon/conversation',
    '/backend-alt/f/conversation',
    '/backend-api/feed/card/1/conversation',
  ])('stream an answer that says what was sent: %s', async (path) => {
    const { headers, text, chunks } = await postTo(standin, path, { action: 'next', messages: [message] });
    expect(headers['content-type']).toBe('text/event-stream; charset=utf-8');
    expect(headers['x-conduit-token']).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    const said = [
      ...text.matchAll(/^data: \{"(?:p":"\/message\/content\/parts\/0","o":"append",")?v":("[^\n]*")\}$/gm),
    ];
    expect(said.map(([, value]) => JSON.parse(value!) as string).join('')).toContain('You said: hello');
    expect(chunks.length).toBeGreaterThan(1);
  });

  it.each([
    '',
    '[]',
    'not json',
    '{}',
    '{"messages":"x"}',
    '{"messages":[null]}',
    '{"messages":[{"id":1}]}',
    '{"messages":[]}',
  ])('refuse a prompt that is none, as the service does: %s', async (body) => {
    const { status, text } = await ask(standin, '/backend-api/f/conversation', { method: 'POST', body });
    expect(status).toBe(422);
    expect(JSON.parse(text)).toHaveProperty('detail');
  });

  it('keep a chat, give it its new title, and forget a temporary one', async () => {
    const id = conversationIdOf((await postTo(standin, '/backend-api/f/conversation', { messages: [message] })).text);
    await ask(standin, `/backend-api/conversation/${id}`, { method: 'PATCH', body: '{"title":"Renamed"}' });
    const tree = JSON.parse((await ask(standin, `/backend-api/conversation/${id}`)).text);
    expect(tree).toMatchObject({ title: 'Renamed', conversation_id: id });
    expect(tree.mapping[tree.mapping[tree.current_node].parent].message.content.parts).toEqual(['hello']);
    const list = JSON.parse((await ask(standin, '/backend-api/conversations')).text);
    expect(list.items[0]).toMatchObject({ id, title: 'Renamed' });
    const body = { messages: [message], history_and_training_disabled: true };
    const temporary = conversationIdOf((await postTo(standin, '/backend-api/f/conversation', body)).text);
    expect((await ask(standin, `/backend-api/conversation/${temporary}`)).status).toBe(404);
  });

  it('answer a variant again', async () => {
    const first = (await postTo(standin, '/backend-api/f/conversation', { messages: [message] })).text;
    const body = { action: 'variant', messages: [], conversation_id: conversationIdOf(first), parent_message_id: 'm1' };
    expect((await postTo(standin, '/backend-api/f/conversation', body)).status).toBe(200);
  });

  it('hand an answer off, bring its rest from any slice on, and refuse what is no resumption', async () => {
    standin.options.handoff = 'resume';
    const body = { messages: [{ ...message, content: { content_type: 'text', parts: ['further on'] } }] };
    const first = (await postTo(standin, '/backend-api/f/conversation', body)).text;
    standin.options.handoff = 'none';
    expect(first).toContain('"stream_handoff"');
    expect(first).not.toContain('You said');
    const conversation_id = conversationIdOf(first);
    const resume = (asked: object) => postTo(standin, '/backend-api/f/conversation/resume', asked);
    const whole = (await resume({ conversation_id, offset: 0 })).text;
    expect(whole).toMatch(/"content":\{"content_type":"text","parts":\["further on"\]\}[^]*\[DONE\]\n\n$/);
    const rest = (await resume({ conversation_id, offset: 3 })).text;
    expect(whole.endsWith(rest) && rest.length < whole.length).toBe(true);
    expect((await resume({ conversation_id: 'x', offset: 0 })).status).toBe(404);
    for (const asked of [
      {},
      { conversation_id },
      { conversation_id, offset: -1 },
      { conversation_id, offset: 0, note: 'x' },
    ])
      expect((await resume(asked)).status).toBe(422);
  });

  async function postForm(path: string, fields: Readonly<Record<string, string | File>>) {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    const packed = new Response(form);
    const headers = { 'content-type': packed.headers.get('content-type') ?? '' };
    return ask(standin, path, { method: 'POST', headers, body: Buffer.from(await packed.arrayBuffer()) });
  }

  it('write down what was said in a recording, and refuse what is none', async () => {
    const bytes = Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3, 1);
    const recording = new File([bytes], 'audio.webm', { type: 'audio/webm' });
    const path = '/backend-api/transcribe';
    expect(JSON.parse((await postForm(path, { file: recording, duration_ms: '120' })).text)).toEqual({
      text: standin.options.transcript,
    });
    const wrong = [
      { file: new File(['words'], 'audio.webm', { type: 'audio/webm' }) },
      { file: new File([bytes], 'audio.webm', { type: 'text/plain' }) },
      { file: recording, duration_ms: 'words' },
      { file: recording, note: 'x' },
      { file: 'words' },
    ];
    for (const fields of wrong) expect((await postForm(path, fields)).status).toBe(422);
    expect((await ask(standin, path, { method: 'POST', body: '{}' })).status).toBe(422);
  });

  it('bring an offer to the end of the service and its answer back, and refuse what is no offer', async () => {
    const sdp = 'v=0\r\nm=audio 9 X 1\r\nm=application 9 X 1\r\n';
    const session = JSON.stringify({ voice: 'x', conversation_id: null, timezone_offset_min: 0 });
    const offers = { method: 'POST', body: '' };
    const end = 'https://voice-end.example.test';
    expect((await postForm('/realtime/vp', { sdp, session })).status).toBe(503);
    const offered = ask(standin, `${end}/offers`, offers);
    await standin.ledger.waitFor(/voice-end.*offers$/);
    const headers = { 'content-type': 'application/sdp' };
    const answered = ask(standin, '/realtime/wm', { method: 'POST', headers, body: sdp });
    const offer = JSON.parse((await offered).text) as { id: string; sdp: string };
    expect(offer.sdp).toBe(sdp);
    await ask(standin, `${end}/answers/${offer.id}`, { method: 'POST', body: 'v=0 answer' });
    expect(await answered).toMatchObject({ status: 201, text: 'v=0 answer' });
    const wrong = [{ sdp: 'words', session }, { sdp, session: '{}' }, { sdp, session, note: 'x' }, { sdp }];
    for (const fields of wrong) expect((await postForm('/realtime/vp', fields)).status).toBe(422);
  });

  it('take a GPT, its drafts and the files it knows, and refuse what is none', async () => {
    const { file_id } = JSON.parse((await postTo(standin, '/backend-api/files', { file_name: 'a.txt' })).text);
    const display = {
      name: 'Stove',
      description: 'Knows stoves',
      prompt_starters: ['Is it warm?'],
      welcome_message: '',
      profile_picture_id: null,
    };
    const file = { file_id, name: 'a.txt', size: 1, type: 'text/plain' };
    const gpt = { display, instructions: 'Be brief.', files: [file], tools: [], training_disabled: false };
    const post = (path: string, body: object) => postTo(standin, `/backend-api/${path}`, body);
    const made = JSON.parse((await post('gizmos', gpt)).text) as { resource: { gizmo: { id: string } } };
    const { id } = made.resource.gizmo;
    expect((await post(`gizmos/${id}`, { ...gpt, files: [] })).status).toBe(200);
    expect((await post('gizmos/g-1', gpt)).status).toBe(404);
    const draft = { ...gpt, gizmo_id: id, draft_id: null };
    expect(JSON.parse((await post('gizmo_editor/drafts', draft)).text)).toMatchObject({ status: 'ok' });
    expect((await post('gizmo_editor/drafts', gpt)).status).toBe(422);
    for (const wrong of [{ ...gpt, note: 'x' }, { ...gpt, files: [{ ...file, file_id: 'f' }] }, { display }])
      expect((await post('gizmos', wrong)).status).toBe(422);
  });

  it('keep a document beside its chat, change it version by version, and refuse what is no change of one', async () => {
    standin.options.canvas = true;
    const { text } = await postTo(standin, '/backend-api/f/conversation', { messages: [message] });
    standin.options.canvas = false;
    const id = /"textdoc_id":"([^"]+)"/.exec(text)?.[1] ?? '';
    const change = (body: object, path = id) => postTo(standin, `/backend-api/textdoc/${path}`, body);
    const draft = { content: 'Dear all', comments: [], version: 1 };
    expect(JSON.parse((await change(draft)).text)).toMatchObject({ id, content: 'Dear all', version: 2 });
    expect((await change(draft)).status).toBe(409);
    expect((await change({ ...draft, version: 2 }, 'x')).status).toBe(404);
    for (const wrong of [{}, { ...draft, version: '2' }, { ...draft, note: 'x' }])
      expect((await change(wrong)).status).toBe(422);
    expect((await change({ title: 'Letter' }, `${id}/rename`)).status).toBe(200);
    expect((await change({ title: 'Letter', more: 1 }, `${id}/rename`)).status).toBe(422);
    const list = (await ask(standin, `/backend-api/conversation/${conversationIdOf(text)}/textdocs`)).text;
    expect(JSON.parse(list)).toMatchObject([{ id, title: 'Letter', content: 'Dear all' }]);
  });

  it('take file bytes at the second host, from the product’s origin', async () => {
    const { upload_url: address } = JSON.parse(
      (await postTo(standin, '/backend-api/files', { file_name: 'a.txt' })).text,
    );
    expect(address).toMatch(/^https:\/\/files\.oaiusercontent\.com\/files\/file_\w+\/raw\?se=.*&sig=/);
    const headers = {
      origin: 'https://chatgpt.com',
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'x-ms-blob-type',
    };
    const preflight = await ask(standin, address, { method: 'OPTIONS', headers });
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': 'https://chatgpt.com',
      'access-control-allow-headers': 'x-ms-blob-type',
    });
    expect((await ask(standin, address, { method: 'PUT', body: 'bytes' })).status).toBe(201);
    expect(
      (await ask(standin, 'https://a.blob.core.windows.net/c/b?comp=block', { method: 'PUT', body: 'b' })).status,
    ).toBe(201);
  });

  it('tell how a file is read, one event per line', async () => {
    const { text } = await postTo(standin, '/backend-api/files/process_upload_stream', {
      file_id: 'f',
      file_name: 'a',
    });
    const events = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).event);
    expect(events.at(-1)).toBe('file.processing.completed');
  });

  it('know who is signed in', async () => {
    const session = async () => JSON.parse((await ask(standin, '/api/auth/session')).text);
    expect(await session()).toMatchObject({ account: { structure: 'personal', planType: 'free' } });
    standin.options.account = 'workspace';
    expect(await session()).toMatchObject({ account: { structure: 'workspace', planType: 'team' } });
    standin.options.account = 'out';
    expect(await session()).toEqual({});
    standin.options.account = 'personal';
  });

  it.each(['/', '/c/x', '/__probe', '/?q=x'])('serve the document under a policy with a nonce: %s', async (path) => {
    const { headers, text } = await ask(standin, path);
    const policy = String(headers['content-security-policy']);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(nonce).toBeTruthy();
    expect(/script-src ([^;]*)/.exec(policy)?.[1]).toBe(`'self' 'nonce-${nonce}'`);
    expect(policy).toMatch(/worker-src 'self' blob:.*frame-ancestors 'none'; object-src 'none'/);
    for (const [tag] of text.matchAll(/<script[^>]*>/g)) expect(tag).toContain(`nonce="${nonce}"`);
    expect(text).not.toContain('{{');
    const again = await ask(standin, path);
    expect(String(again.headers['content-security-policy'])).not.toContain(nonce);
  });

  it('let no path out of the asset folder', async () => {
    for (const name of ['..%2Fserver.ts', '%2e%2e%2fserver.ts', 'none.js'])
      expect((await ask(standin, `/cdn/assets/${name}`)).status).toBe(404);
    expect((await ask(standin, '/cdn/assets/app.js')).headers['content-type']).toContain('text/javascript');
  });

  it('move the old host to the new one', async () => {
    const { status, headers } = await ask(standin, 'https://chat.openai.com/c/1?x=2');
    expect([status, headers['location']]).toEqual([308, 'https://chatgpt.com/c/1?x=2']);
  });
});
