import { api, commonHeaders, conversation, isTemporary, options, uuid } from './bootstrap.js';
import { postJson } from './natives.js';
import { refreshRequirements } from './sentinel.js';
import { state } from './state.js';

let draft = '';
let timer;
let conduit;
let prepareState = 'none';
const draftId = uuid();

/** What is sent with a prompt besides its messages. */
export function requestContext() {
  return {
    model: 'gpt-5-2',
    timezone_offset_min: new Date().getTimezoneOffset(),
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    conversation_mode: { kind: 'primary_assistant' },
    system_hints: [],
    supports_buffering: true,
    supported_encodings: ['v1'],
    thinking_effort: 'standard',
    local_function_names: [],
    ...(state.conversationId ? { conversation_id: state.conversationId } : {}),
    ...(isTemporary ? { history_and_training_disabled: true } : {}),
  };
}

async function postDraft(text, source, dispatch) {
  const path = `${api}/${conversation}/prepare`;
  const query = { id: draftId, author: { role: 'user' }, content: { content_type: 'text', parts: [text] } };
  const body = {
    action: 'next',
    fork_from_shared_post: false,
    parent_message_id: state.currentNode,
    ...requestContext(),
    client_prepare_state: prepareState,
    client_prepare_dispatch: dispatch,
    client_prepare_source: source,
    attachment_mime_types: state.attachments.map(({ file }) => file.type),
    client_contextual_info: { app_name: 'chatgpt.com' },
    is_do_not_remember: false,
    ...(text === '' ? {} : { partial_query: query }),
  };
  const headers = { ...commonHeaders(path), 'x-conduit-token': conduit ?? 'no-token' };
  prepareState = 'sent';
  try {
    const answer = await (await postJson(path, body, { headers, as: options.bodyAs })).json();
    conduit = answer.conduit_token ?? conduit;
    prepareState = answer.status === 'ok' ? 'success' : 'failure';
  } catch {
    // The real page sends the prompt without a conduit token then.
    prepareState = 'failure';
  }
}

async function askCompletions(text) {
  const path = `${api}/conversation/experimental/generate_autocompletions`;
  const body = { input_text: text, num_completions: 4, in_search_mode: false };
  try {
    const response = await postJson(path, body, { headers: commonHeaders(path), as: options.bodyAs });
    const { completions } = await response.json();
    document.body.dataset.completions = String(completions.length);
  } catch {
    delete document.body.dataset.completions;
  }
}

// Coming back to a tab posts the draft that waits in it.
window.addEventListener('focus', () => {
  if (draft.trim() !== '') void postDraft(draft, 'window_focus', 'immediate');
});

/** Told of each change of the composer: posts the draft once the keys rest. */
export function onDraft(text) {
  draft = text;
  clearTimeout(timer);
  if (text.trim() === '') return;
  timer = setTimeout(() => {
    void postDraft(text, 'composer_editor_state', 'debounced');
    void askCompletions(text);
  }, options.prepareDebounceMs);
}

/** Called when the prompt goes: a draft that still waits is dropped. */
export function takePrepared() {
  clearTimeout(timer);
  draft = '';
  const taken = { token: conduit, prepareState };
  prepareState = 'none';
  return taken;
}

/** Warms up without a text, as the page does when it loads and when attachments change. */
export function warmUp() {
  void refreshRequirements();
  void postDraft('', 'context_change', 'immediate');
}
