import type { WayOut } from '../types.ts';
import { noBody } from './transports.ts';

const seen = '2026-11-25';
const both = { ring2: 'stops', ring3: 'stops' } as const;
const rewritten = { ...both, onRedact: 'rewritten', onBlock: 'refused', seen } as const;
const refused = { ...both, onRedact: 'refused', onBlock: 'refused', seen } as const;

/**
 * The calls of the product that carry a person's words or files (facts 2.0). What is not named here is caught by the shape of its body
 * all the same: `call` stands for it.
 */
export const flows = [
  {
    id: 'draft',
    title: 'the draft, while it is typed',
    shape: 'POST /backend-*/f/conversation/prepare: partial_query',
    ...both,
    onRedact: 'taken out',
    onBlock: 'taken out',
    seen,
  },
  {
    id: 'autocompletion',
    title: 'autocompletions, while it is typed',
    shape: 'POST /backend-*/conversation/experimental/generate_autocompletions: input_text',
    ...both,
    onRedact: 'answered here',
    onBlock: 'answered here',
    seen,
  },
  {
    id: 'sentinel',
    title: 'the checks against robots, should they ever carry words',
    shape: 'POST /backend-*/sentinel/*: any field but its tokens',
    ...refused,
  },
  {
    id: 'prompt',
    title: 'the prompt, an edit of an older one, an answer asked for again',
    shape: 'POST /backend-*/f/conversation: messages.*.content.parts',
    ...rewritten,
  },
  {
    id: 'prompt-legacy',
    title: 'the prompt, older address',
    shape: 'POST /backend-*/conversation: messages.*.content.parts',
    ...rewritten,
  },
  {
    id: 'steer',
    title: 'a follow-up while an answer runs',
    shape: 'POST /backend-*/f/steer_turn: messages.*',
    ...rewritten,
  },
  {
    id: 'feed',
    title: 'a prompt to a card of the feed',
    shape: 'POST /backend-*/feed/card/*/conversation: messages.*',
    ...rewritten,
  },
  {
    id: 'control',
    title: 'resuming and stopping, should they ever carry words',
    shape: 'POST /backend-*/f/conversation/resume: any field but its ids',
    ...refused,
  },
  {
    id: 'socket-command',
    title: 'words to an answer that runs over the page’s WebSocket, should it ever carry any',
    shape: 'WebSocket wss://ws.chatgpt.com/p*/ws/user/*: command.messages.*',
    ...rewritten,
    ring3: noBody,
    seen: '2026-11-28',
  },
  {
    id: 'file-name',
    title: 'the name of a file, before its bytes',
    shape: 'POST /backend-*/files: file_name',
    ...rewritten,
  },
  {
    id: 'upload-storage',
    title: 'the bytes of a file, to the storage host',
    shape: 'PUT https://*.oaiusercontent.com/*',
    ...refused,
  },
  {
    id: 'upload-azure',
    title: 'the bytes of a file, to the other storage host',
    shape: 'PUT https://*.blob.core.windows.net/*',
    ...refused,
  },
  {
    id: 'upload-estuary',
    title: 'the bytes of a file, through the product’s own host',
    shape: 'POST /backend-*/estuary/upload_content_bytes: file',
    ...refused,
  },
  {
    id: 'file-process',
    title: 'the name of a file, after its bytes',
    shape: 'POST /backend-*/files/process_upload_stream: file_name',
    ...rewritten,
  },
  {
    id: 'upload-claim',
    title: 'the name of a file whose place was reserved before',
    shape: 'POST /backend-*/files/upload_reservations/*/claim_and_finish: file_name',
    ...rewritten,
  },
  {
    id: 'library-reuse',
    title: 'the hash of a file, before its bytes',
    shape: 'POST /backend-*/files/library/reuse: sha256_digest',
    ring2: 'stops',
    ring3: { cannot: 'a hash does not say what it is of' },
    onRedact: 'refused',
    onBlock: 'refused',
    seen,
  },
  {
    id: 'file-suggestions',
    title: 'what to do with a file',
    shape: 'POST /backend-*/file_upload_action_suggestions: any field',
    ...rewritten,
  },
  {
    id: 'dictation',
    title: 'dictation, which follows what policy says of audio',
    shape: 'POST /backend-*/transcribe: file',
    ...refused,
  },
  {
    id: 'voice',
    title: 'the start of a voice conversation, which follows what policy says of audio',
    shape: 'POST /realtime/*: sdp',
    ...refused,
  },
  {
    id: 'voice-words',
    title: 'what is typed into a voice conversation',
    shape: 'data channel 0 of WebRTC: data',
    ...rewritten,
    ring3: noBody,
    seen: '2026-11-28',
  },
  {
    id: 'group-chat',
    title: 'a message to a group',
    shape: 'POST /backend-*/calpico/chatgpt/rooms/*/messages: content.text',
    ...rewritten,
  },
  {
    id: 'instructions',
    title: 'custom instructions',
    shape: 'POST /backend-*/user_system_messages: about_user_message',
    ...rewritten,
  },
  { id: 'memories', title: 'memories', shape: 'POST /backend-*/memories: content', ...rewritten },
  { id: 'projects', title: 'projects', shape: 'PATCH /backend-*/projects/*: instructions', ...rewritten },
  { id: 'gpt-builder', title: 'GPTs', shape: 'POST /backend-*/gizmos/*: instructions', ...rewritten },
  {
    id: 'gpt-draft',
    title: 'the draft of a GPT, while it is typed',
    shape: 'POST /backend-*/gizmo_editor/drafts: instructions',
    ...rewritten,
    seen: '2026-11-28',
  },
  {
    id: 'gpt-starters',
    title: 'the conversation starters of a GPT',
    shape: 'POST /backend-*/gizmos: display.prompt_starters.*',
    ...rewritten,
    seen: '2026-11-28',
  },
  { id: 'automations', title: 'scheduled tasks', shape: 'POST /backend-*/automations: prompt', ...rewritten },
  { id: 'canvas', title: 'documents in the canvas', shape: 'POST /backend-*/textdoc/*: content', ...rewritten },
  { id: 'canvas-title', title: 'their titles', shape: 'POST /backend-*/textdoc/*/rename: title', ...rewritten },
  {
    id: 'feedback',
    title: 'feedback in words',
    shape: 'POST /backend-*/conversation/message_feedback: text',
    ...rewritten,
  },
  {
    id: 'copy-feedback',
    title: 'what somebody copies from an answer',
    shape: 'POST /backend-*/implicit_message_feedback: feedback.selected_text',
    ...rewritten,
  },
  { id: 'rename', title: 'the title of a chat', shape: 'PATCH /backend-*/conversation/*: title', ...rewritten },
  {
    id: 'search',
    title: 'searching the chats',
    shape: 'GET /backend-*/conversations/search?query=',
    ...refused,
  },
  { id: 'link-preview', title: 'the preview of a link', shape: 'GET /backend-*/opengraph/tags?url=', ...refused },
  { id: 'apps', title: 'apps (MCP)', shape: 'POST /backend-*/ecosystem/call_mcp: tool_input', ...rewritten },
  {
    id: 'widgets',
    title: 'the state of an app’s widget',
    shape: 'POST /backend-*/ecosystem/widget_state: any field',
    ...rewritten,
  },
  { id: 'share', title: 'the words of a shared chat', shape: 'POST /backend-*/share/post: post_text', ...rewritten },
  {
    id: 'codex',
    title: 'Codex',
    shape: 'POST /backend-*/wham/tasks: input_items.*.content.*.text',
    ...rewritten,
  },
  { id: 'work', title: 'work mode', shape: 'POST /backend-*/tpp/*: prompt', ...rewritten },
  { id: 'sora', title: 'Sora', shape: 'POST https://sora.chatgpt.com/backend/nf/create: prompt', ...rewritten },
  { id: 'call', title: 'any call that is not known', shape: 'POST /backend-*/*: any field', ...rewritten },
  { id: 'telemetry', title: 'telemetry', shape: 'POST /ces/v1/*: any field but its ids', ...refused },
  { id: 'telemetry-packed', title: 'packed telemetry', shape: 'POST /ces/v1/*, gzip', ...refused },
] as const satisfies readonly WayOut[];
