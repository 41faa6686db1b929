import type { Tokens } from './tokens.ts';

/** A message in the shape of the service. */
export interface Message {
  readonly id: string;
  readonly author: { readonly role: string };
  readonly create_time: number;
  readonly content: { readonly content_type: string; readonly parts?: readonly unknown[] };
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly status: string;
}

interface Node {
  readonly id: string;
  readonly parent: string | null;
  readonly children: string[];
  readonly message: Message | null;
}

export interface Conversation {
  readonly id: string;
  title: string;
  readonly createTime: number;
  readonly mapping: Map<string, Node>;
  current: string;
}

const root = 'client-created-root';

/** The chats that the stand-in keeps while it runs. */
export class Conversations {
  readonly #all = new Map<string, Conversation>();
  readonly #tokens: Tokens;

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  get list(): readonly Conversation[] {
    return [...this.#all.values()].reverse();
  }

  get(id: string): Conversation | undefined {
    return this.#all.get(id);
  }

  start(): Conversation {
    const conversation: Conversation = {
      id: this.#tokens.uuid(),
      title: 'New chat',
      createTime: Date.now() / 1000,
      mapping: new Map([[root, { id: root, parent: null, children: [], message: null }]]),
      current: root,
    };
    this.#all.set(conversation.id, conversation);
    return conversation;
  }

  /** A temporary chat answers like any other and is in no list. */
  forget(id: string): void {
    this.#all.delete(id);
  }
}

/** Puts a message below its parent; an unknown parent becomes the root. A message that is there already stays. */
export function append(conversation: Conversation, message: Message, parentId: string): void {
  const { mapping } = conversation;
  const parent = mapping.get(parentId) ?? mapping.get(root);
  if (!mapping.has(message.id)) {
    parent?.children.push(message.id);
    mapping.set(message.id, { id: message.id, parent: parent?.id ?? null, children: [], message });
  }
  conversation.current = message.id;
}

/** The answer of `GET /backend-api/conversation/{id}`: a tree, and the leaf that is shown. */
export function treeOf(conversation: Conversation): Readonly<Record<string, unknown>> {
  return {
    title: conversation.title,
    create_time: conversation.createTime,
    update_time: Date.now() / 1000,
    mapping: Object.fromEntries(conversation.mapping),
    moderation_results: [],
    current_node: conversation.current,
    conversation_id: conversation.id,
    is_archived: false,
    safe_urls: [],
    default_model_slug: 'gpt-5-2',
    is_do_not_remember: false,
  };
}
