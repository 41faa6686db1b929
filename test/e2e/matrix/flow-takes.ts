import { createHash } from 'node:crypto';
import type { flows } from '../../../lib/sites/chatgpt/flows.ts';
import { overChannel } from './channel-take.ts';
import { calls, does, lax } from './take.ts';
import type { Take } from './take.ts';

const api = '/backend-api';
const id = '6f1e2d3c-0000-4000-8000-000000000001';
const said = (text: string) => ({
  action: 'next',
  parent_message_id: id,
  model: 'gpt-5-2',
  messages: [{ id, author: { role: 'user' }, content: { content_type: 'text', parts: [text] }, metadata: {} }],
});
const json = (path: string, body: (canary: string) => unknown, method = 'POST') =>
  calls((canary) => ({ url: `${api}/${path}`, method, body: body(canary) }));

const storage = (host: string): Pick<Take, 'run'> => ({
  run: (page, canary) =>
    page.evaluate(
      ({ url, text }) => {
        const body = new File([text], 'notes.txt', { type: 'text/plain' });
        const headers = { 'x-ms-blob-type': 'BlockBlob', 'x-ms-version': '2020-04-08' };
        return fetch(url, { method: 'PUT', headers, body }).then(
          ({ status }) => status,
          () => 0,
        );
      },
      { url: `https://${host}/files/${id}/raw?se=2026-12-01&sp=c&sv=2024-11-04&sr=b&sig=c2lnbmF0dXJl`, text: canary },
    ),
});

const gpt = {
  display: { name: 'x', description: '', prompt_starters: [], welcome_message: '', profile_picture_id: null },
  instructions: '',
  files: [],
  tools: [],
  training_disabled: false,
};

const recording = [0x1a, 0x45, 0xdf, 0xa3, 0xff];

/** Each call of the product, as its page makes it. */
export const flowTakes: Readonly<Record<(typeof flows)[number]['id'], Take>> = {
  draft: {
    ...json('f/conversation/prepare', (text) => ({
      action: 'next',
      parent_message_id: id,
      client_prepare_state: 'none',
      partial_query: { id, author: { role: 'user' }, content: { content_type: 'text', parts: [text] } },
    })),
    canary: 'words',
  },
  autocompletion: {
    ...json('conversation/experimental/generate_autocompletions', (text) => ({
      input_text: text,
      num_completions: 4,
      in_search_mode: false,
    })),
    canary: 'words',
  },
  sentinel: json('sentinel/ping', (text) => ({ p: 'gAAAAAB', note: text })),
  prompt: json('f/conversation', said),
  'prompt-legacy': json('conversation', said),
  steer: json('f/steer_turn', (text) => ({
    ...said(text),
    messages: [
      { author: { role: 'system' }, content: { content_type: 'text', parts: ['context'] } },
      ...said(text).messages,
    ],
  })),
  feed: json('feed/card/card-1/conversation', said),
  control: json('f/conversation/resume', (text) => ({ conversation_id: id, offset: 0, note: text })),
  'socket-command': does(async (text) => {
    const socket = new WebSocket('wss://ws.chatgpt.com/p2/ws/user/x');
    await new Promise((opened) => socket.addEventListener('open', opened));
    const message = {
      id: 'm',
      author: { role: 'user' },
      content: { content_type: 'text', parts: [text] },
      metadata: {},
    };
    const command = { type: 'steer_turn', topic_id: 'conversation-turn-1', messages: [message] };
    socket.send(JSON.stringify([{ id: 1, request_id: 'r', command }]));
  }),
  'file-name': json('files', (text) => ({ file_name: `${text}.txt`, file_size: 12, use_case: 'my_files' })),
  'upload-storage': storage('fra.oaiusercontent.com'),
  'upload-azure': storage('files.blob.core.windows.net'),
  'upload-estuary': does((text) => {
    const form = new FormData();
    form.append('file', new File([text], 'notes.txt', { type: 'text/plain' }));
    form.append('upload_url', 'https://fra.oaiusercontent.com/files/x/raw');
    return fetch('/backend-api/estuary/upload_content_bytes', { method: 'POST', body: form }).then(
      ({ status }) => status,
      () => 0,
    );
  }),
  'file-process': json('files/process_upload_stream', (text) => ({ file_id: 'file-1', file_name: `${text}.txt` })),
  'upload-claim': json('files/upload_reservations/1/claim_and_finish', (text) => ({
    file_name: `${text}.txt`,
    file_size: 12,
  })),
  'library-reuse': {
    ...does((text) => {
      const input = document.createElement('input');
      input.type = 'file';
      document.body.append(input);
      input.addEventListener('change', () => {
        void (async () => {
          const [file] = input.files ?? [];
          if (!file) return;
          const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
          const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
          await fetch('/backend-api/files/library/reuse', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ file_size_bytes: file.size, sha256_digest: sha256 }),
          });
        })();
      });
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'notes.txt', { type: 'text/plain' }));
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }),
    arrivesAs: (text) => createHash('sha256').update(text).digest('hex'),
  },
  'file-suggestions': json('file_upload_action_suggestions', (text) => ({ file_ids: ['file-1'], hint: text })),
  dictation: {
    run: (page, canary) =>
      page.evaluate(
        ({ text, bytes }) => {
          const form = new FormData();
          form.append('file', new Blob([new Uint8Array(bytes), text]), 'speech.webm');
          return fetch('/backend-api/transcribe', { method: 'POST', body: form }).then(
            ({ status }) => status,
            () => 0,
          );
        },
        { text: canary, bytes: recording },
      ),
    policy: 'audio',
  },
  voice: {
    ...does((text) => {
      const form = new FormData();
      form.append('sdp', `v=0\r\ns=${text}\r\n`);
      form.append('session', JSON.stringify({ voice: 'x' }));
      return fetch('/realtime/vp', { method: 'POST', body: form }).then(
        ({ status }) => status,
        () => 0,
      );
    }),
    policy: 'audio',
  },
  'voice-words': overChannel((text) => JSON.stringify({ type: 'data_message', data: text })),
  'group-chat': json('calpico/chatgpt/rooms/room-1/messages', (text) => ({ content: { text }, request_id: id })),
  instructions: json('user_system_messages', (text) => ({ about_user_message: text, enabled: true })),
  memories: json('memories', (text) => ({ content: text })),
  projects: json('projects/g-p-1', (text) => ({ name: 'plan', instructions: text }), 'PATCH'),
  'gpt-builder': json('gizmos/g-1', (text) => ({ ...gpt, instructions: text })),
  'gpt-draft': json('gizmo_editor/drafts', (text) => ({ ...gpt, instructions: text, gizmo_id: null, draft_id: null })),
  'gpt-starters': json('gizmos', (text) => ({ ...gpt, display: { ...gpt.display, prompt_starters: [text] } })),
  automations: json('automations', (text) => ({ title: 'daily', prompt: text, schedule: 'daily' })),
  canvas: json(`textdoc/${id}`, (text) => ({ content: text, comments: [], version: 2 })),
  'canvas-title': json(`textdoc/${id}/rename`, (text) => ({ title: text })),
  feedback: json('conversation/message_feedback', (text) => ({ message_id: id, rating: 'thumbsDown', text })),
  'copy-feedback': json('implicit_message_feedback', (text) => ({
    message_id: id,
    feedback: { feedback_type: 'copy', selected_text: text },
  })),
  rename: json(`conversation/${id}`, (text) => ({ title: text }), 'PATCH'),
  search: calls((text) => ({ url: `${api}/conversations/search?query=${text}`, method: 'GET' })),
  'link-preview': calls((text) => ({
    url: `${api}/opengraph/tags?url=${encodeURIComponent(`https://example.com/?note=${text}`)}`,
    method: 'GET',
  })),
  apps: json('ecosystem/call_mcp', (text) => ({ app_uri: 'x', tool_name: 'find', tool_input: { words: text } })),
  widgets: json('ecosystem/widget_state', (text) => ({ state: { note: text } })),
  share: json('share/post', (text) => ({ post_text: text })),
  codex: json('wham/tasks', (text) => ({
    new_task: { environment_id: 'e', branch: 'main' },
    input_items: [{ type: 'message', role: 'user', content: [{ content_type: 'text', text }] }],
  })),
  work: json('tpp/tasks', (text) => ({ prompt: text })),
  sora: {
    ...calls((text) => ({
      url: 'https://sora.chatgpt.com/backend/nf/create',
      headers: { 'content-type': 'text/plain' },
      body: { kind: 'video', prompt: text },
    })),
    from: lax,
  },
  call: json('something/new', (text) => ({ anything: [{ at: { all: text } }] })),
  telemetry: calls((text) => ({ url: '/ces/v1/t', body: { event: 'x', properties: { note: text } } })),
  'telemetry-packed': does(async (text) => {
    const packing = new Blob([JSON.stringify({ note: text })]).stream().pipeThrough(new CompressionStream('gzip'));
    const body = await new Response(packing).blob();
    const headers = { 'content-encoding': 'gzip', 'content-type': 'application/json' };
    return fetch('/ces/v1/t', { method: 'POST', headers, body }).then(
      ({ status }) => status,
      () => 0,
    );
  }),
};
