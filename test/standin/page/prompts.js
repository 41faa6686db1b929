import { api, commonHeaders, conversation, hex, options, uuid } from './bootstrap.js';
import { post } from './calls.js';
import { DeltaReader, readEvents } from './event-stream.js';
import { restOfAnswer, textOf } from './handoff.js';
import { postJson } from './natives.js';
import { refreshRequirements, requirementHeaders } from './sentinel.js';
import { state } from './state.js';
import { reportLatency, track } from './telemetry.js';
import { requestContext, takePrepared } from './typing.js';
import { steerOverSocket } from './user-socket.js';

/** A prompt as the page keeps it, so that edit and regenerate can send it again. */
export function makePrompt(text, attachments = []) {
  return { id: uuid(), text, attachments, parent: state.currentNode, createTime: Date.now() / 1000 };
}

function messageOf({ id, text, attachments, createTime }) {
  const metadata = {
    developer_mode_connector_ids: [],
    selected_sources: [],
    selected_github_repos: [],
    selected_all_github_repos: false,
    system_hints: [],
    serialization_metadata: { custom_symbol_offsets: [] },
    submission_mode: 'manual_send',
    message_submission_source: 'composer',
    file_upload_slot_prefetch_attribution: null,
    ...(attachments.length > 0
      ? {
          attachments: attachments.map(({ file, id: fileId, name, isBigPaste }) => ({
            id: fileId,
            size: file.size,
            name,
            mime_type: file.type,
            source: 'local',
            is_big_paste: isBigPaste,
            file_token_size: Math.ceil(file.size / 4),
          })),
        }
      : {}),
  };
  return {
    id,
    author: { role: 'user' },
    create_time: createTime,
    content: { content_type: 'text', parts: [text] },
    ...(options.frontEnd === 'B'
      ? { channel: null, recipient: 'all', status: 'finished_successfully', end_turn: true, weight: 1 }
      : {}),
    metadata,
  };
}

function clientContext() {
  return {
    is_dark_mode: window.matchMedia('(prefers-color-scheme: dark)').matches,
    time_since_loaded: Math.round(performance.now() / 1000),
    page_height: window.innerHeight,
    page_width: window.innerWidth,
    pixel_ratio: window.devicePixelRatio,
    screen_height: screen.height,
    screen_width: screen.width,
    app_name: 'chatgpt.com',
    ...(options.frontEnd === 'B' ? { app_surface: 'codex_browser' } : {}),
    has_web_push_capabilities: true,
  };
}

function bodyOf(action, prompt, prepareState) {
  return {
    action,
    messages: [messageOf(prompt)],
    parent_message_id: action === 'variant' ? prompt.id : prompt.parent,
    ...requestContext(),
    client_prepare_state: prepareState,
    suggestions: [],
    enable_message_followups: true,
    force_parallel_switch: 'auto',
    force_use_search: false,
    paragen_cot_summary_display_override: 'allow',
    attachment_mime_types: prompt.attachments.map(({ file }) => file.type),
    model_response_contracts: [],
    is_do_not_remember: false,
    ...(options.frontEnd === 'B' ? { turn_attribution: { turn_trigger: 'composer' } } : {}),
    client_contextual_info: clientContext(),
  };
}

function headersOf(path, turnTraceId, conduit) {
  return {
    ...commonHeaders(path),
    ...requirementHeaders(),
    ...(conduit ? { 'x-conduit-token': conduit } : {}),
    accept: 'text/event-stream',
    'x-oai-turn-trace-id': turnTraceId,
    'x-openai-web-sse-compression': 'none',
    'oai-echo-logs': `0,${hex(3)},1,${hex(4)}`,
    'oai-telemetry': JSON.stringify([1, Math.round(performance.now()), hex(6)]),
    'x-oai-is-client-observation': '1',
  };
}

/** The text of an error as the service words it: `detail` as a text or with a message. */
async function detailOf(response) {
  try {
    const { detail } = await response.json();
    if (typeof detail === 'string') return detail;
    if (typeof detail?.message === 'string') return detail.message;
  } catch {
    // No JSON: the page has words of its own.
  }
  return `Something went wrong (${response.status}). If this issue persists please contact us.`;
}

function onMarker(data, listener) {
  if (data.type === 'title_generation') listener.title(data.title);
  if (data.type === 'resume_conversation_token') listener.conversation(data.conversation_id);
}

/** Reads one stream of an answer; returns the hand-off that it ended with, if it did. */
async function readStream(text, deltas, listener) {
  for await (const { event, data } of readEvents(text)) {
    if (data === '[DONE]') return undefined;
    if (event === 'delta_encoding') continue;
    const value = JSON.parse(data);
    if (event !== 'delta') {
      if (value.error) throw new Error(value.error);
      if (value.type === 'stream_handoff') return value;
      onMarker(value, listener);
      continue;
    }
    const message = deltas.apply(value)?.message;
    if (message?.author.role === 'tool' && message.metadata.canvas) listener.document();
    if (message?.author.role === 'assistant' && message.channel === 'final' && message.content.content_type === 'text')
      listener.text(message.id, message.content.parts[0]);
  }
  return undefined;
}

async function readAnswer(response, listener, signal) {
  const deltas = new DeltaReader();
  const handoff = await readStream(textOf(response), deltas, listener);
  if (!handoff) return;
  state.topic = handoff.options.find(({ type }) => type === 'subscribe_ws_topic')?.topic_id;
  await readStream(restOfAnswer(handoff, signal), deltas, listener);
}

/**
 * Posts a prompt and tells `listener` what comes back: `conversation(id)`, `title(text)`, `document()`, `text(messageId, text)`.
 * Throws an error whose message can be shown when the service, or anything before it, refuses.
 */
export async function converse(action, prompt, listener) {
  const path = `${api}/${conversation}`;
  const turnTraceId = uuid();
  const startedAt = performance.now();
  const { token, prepareState } = takePrepared();
  const abort = new AbortController();
  state.running = abort;
  try {
    const headers = headersOf(path, turnTraceId, token);
    const body = bodyOf(action, prompt, prepareState);
    const response = await postJson(path, body, { headers, as: options.bodyAs, signal: abort.signal });
    if (!response.ok) throw new Error(await detailOf(response));
    await readAnswer(response, listener, abort.signal);
    reportLatency(turnTraceId, startedAt);
    track('Message Sent', { prompt_length: prompt.text.length, turn_trace_id: turnTraceId, action });
  } catch (error) {
    if (error.name === 'AbortError') return;
    throw error instanceof TypeError ? new Error('Network error. Please check your connection and try again.') : error;
  } finally {
    state.running = undefined;
    state.topic = undefined;
    void refreshRequirements();
  }
}

/** Ends the answer that is running, here and at the service. */
export function stop() {
  state.running?.abort();
  void post('/stop_conversation', { conversation_id: state.conversationId });
}

/** Adds words to the turn that is running. */
export async function steer(text) {
  if (
    options.steerBy === 'socket' &&
    state.topic &&
    (await steerOverSocket(state.topic, [messageOf(makePrompt(text))]))
  )
    return;
  const path = `${api}/f/steer_turn`;
  const context = {
    id: uuid(),
    author: { role: 'system' },
    content: { content_type: 'text', parts: [''] },
    metadata: {},
  };
  const body = {
    action: 'next',
    conversation_id: state.conversationId,
    parent_message_id: state.currentNode,
    messages: [context, messageOf(makePrompt(text))],
    client_contextual_info: clientContext(),
  };
  const headers = { ...commonHeaders(path), ...requirementHeaders(), 'x-oai-turn-trace-id': uuid() };
  const response = await postJson(path, body, { headers, as: options.bodyAs }).catch(() => undefined);
  if (!response) throw new Error('Network error. Please check your connection and try again.');
  if (!response.ok) throw new Error(await detailOf(response));
}
