import type { CallRule, OutgoingCall } from '../types.ts';
import { isProductHost, isUploadHost } from './hosts.ts';

const seen = '2026-11-01';
const write = ['POST', 'PUT', 'PATCH'] as const;
/** The three API families are one. */
const api = '^/backend-(?:api|anon|alt)';
const path = (rest: string) => new RegExp(`${api}/${rest}/?$`);

/** Slots of a prompt body that hold the page's own tokens and ids (facts 2.1, 2.3). */
const conversationSlots = [
  'conversation_id',
  'parent_message_id',
  'model',
  'messages.*.id',
  'messages.*.metadata.attachments.*.id',
  'messages.*.metadata.attachments.*.library_file_id',
  'messages.*.content.parts.*.asset_pointer',
  'conversation_mode.gizmo_id',
  'websocket_request_id',
  'async_task_id',
  'client_contextual_info.*',
];

/**
 * The calls of the page that are known by name. A call that is not here is still checked, by the shape of its body. Order matters:
 * the first that fits.
 */
export const calls: readonly CallRule[] = [
  {
    id: 'prepare',
    kind: 'draft',
    surface: 'composer',
    methods: write,
    path: path('(?:f/)?conversation/prepare'),
    machineSlots: conversationSlots,
    seen,
  },
  {
    id: 'autocompletion',
    kind: 'completion',
    surface: 'composer',
    methods: write,
    path: path('(?:conversation/(?:experimental/)?)?generate_autocompletions'),
    seen,
  },
  {
    id: 'prompt',
    kind: 'prompt',
    surface: 'composer',
    methods: write,
    path: path('(?:f/)?conversation'),
    machineSlots: conversationSlots,
    seen,
  },
  {
    id: 'steer',
    kind: 'prompt',
    surface: 'steer',
    methods: write,
    path: path('f/steer_turn'),
    machineSlots: conversationSlots,
    seen,
  },
  {
    id: 'sentinel',
    kind: 'machine',
    surface: 'request',
    methods: write,
    path: path('sentinel/(?:chat-requirements(?:/prepare|/finalize)?|ping)'),
    machineSlots: ['p', 'prepare_token', 'proofofwork', 'turnstile', 'proof', 'so'],
    seen,
  },
  {
    id: 'conversation-control',
    kind: 'machine',
    surface: 'request',
    methods: write,
    path: path('(?:f/conversation/resume|stop_conversation|conversation/init)'),
    machineSlots: [...conversationSlots, 'conduit_token', 'token', 'offset'],
    seen,
  },
  {
    id: 'file-create',
    kind: 'content',
    surface: 'file',
    methods: write,
    path: path('files'),
    machineSlots: ['gizmo_id'],
    seen,
  },
  {
    id: 'file-process',
    kind: 'content',
    surface: 'file',
    methods: write,
    path: path('files/process_upload_stream'),
    machineSlots: ['file_id'],
    seen,
  },
  {
    id: 'transcribe',
    kind: 'audio',
    surface: 'request',
    methods: write,
    path: path('transcribe'),
    seen,
  },
  {
    id: 'realtime',
    kind: 'audio',
    surface: 'request',
    methods: write,
    path: /^\/realtime\//,
    seen,
  },
  {
    id: 'voice-channel', // frames of a data channel go to no address: the page gate gives them this one
    kind: 'prompt',
    surface: 'request',
    methods: ['SEND'],
    path: /^\/realtime\/channel$/,
    textSlots: ['data', 'data.**'],
    seen: '2026-11-28',
  },
  {
    id: 'instructions',
    kind: 'content',
    surface: 'settings',
    methods: write,
    path: path(
      '(?:user_system_messages|memories|user_bio|projects(?:/[^/]+)?|automations(?:/[^/]+)?|gizmos.*|gizmo_editor/.*)',
    ),
    seen,
  },
  {
    id: 'other-prompt',
    kind: 'prompt',
    surface: 'request',
    methods: write,
    path: path(
      '(?:feed/(?:card/[^/]+|feedback)/conversation|calpico/.+/messages|wham/tasks(?:/.*)?|codex/.*|tpp/.*|ecosystem/call_mcp|aip/connectors/mcp)',
    ),
    machineSlots: conversationSlots,
    seen,
  },
  {
    id: 'other-content',
    kind: 'content',
    surface: 'request',
    methods: write,
    path: path(
      '(?:conversation/[^/]+|conversation/id/[^/]+/rename|textdoc/.+|shared_textdocs.*|(?:conversation/)?(?:implicit_)?message_feedback|share/.*|ecosystem/widget_state|file_upload_action_suggestions|files/.+|settings/.*)',
    ),
    seen,
  },
  {
    id: 'telemetry',
    kind: 'telemetry',
    surface: 'request',
    methods: write,
    path: /^\/(?:ces\/.*|v1\/(?:rgstr|initialize)|backend-(?:api|anon|alt)\/(?:lat\/r|beacons\/event))$/,
    machineSlots: [
      'statsigMetadata.**',
      'context.userAgent',
      'context.library.*',
      'anonymousId',
      'messageId',
      'writeKey',
      'batch.*.messageId',
      'batch.*.anonymousId',
    ],
    seen,
  },
];

const upload: CallRule = { id: 'upload', kind: 'upload', surface: 'file', methods: write, path: /.*/, seen };
const estuary = /^\/(?:api|backend-(?:api|anon|alt))\/estuary\/upload_content/;
const unknown: CallRule = { id: 'unknown', kind: 'unknown', surface: 'request', methods: write, path: /.*/, seen };

/** The rule for a call; `unknown` when none fits. */
export function ruleOf(call: OutgoingCall): CallRule {
  return ruleAmong(calls, call);
}

/** The first of `rules` that fits; `unknown` when none does. */
export function ruleAmong(rules: readonly CallRule[], { url, method }: OutgoingCall): CallRule {
  const writes = (write as readonly string[]).includes(method);
  const toEstuary = isProductHost(url.hostname) && estuary.test(url.pathname);
  if (writes && (isUploadHost(url.hostname) || toEstuary)) return upload;
  if (!isProductHost(url.hostname)) return unknown; // another host may use the same paths for anything
  return rules.find((rule) => rule.methods.includes(method) && rule.path.test(url.pathname)) ?? unknown;
}

/**
 * URL filters of the browser's own rules: the calls that stay closed until a tab's gates have checked in. Plain patterns, because one
 * expression for all of them is more than the browser takes, and it drops such a rule without a word.
 */
export const closedUntilCheckIn: readonly string[] = [
  '/backend-*/conversation|',
  '/backend-*/conversation?',
  '/backend-*/conversation/prepare',
  '/backend-*/generate_autocompletions',
  '/backend-*/steer_turn',
  '/backend-*/files|',
  '/backend-*/files?',
  '/backend-*/estuary/',
  '/backend-*/user_system_messages',
];
