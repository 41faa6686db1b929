import { endOf } from '../dlp/across.ts';
import { newConversation } from '../dlp/redact.ts';
import type { Conversation, Finding } from '../dlp/types.ts';
import type { AllowedFor } from '../policy/inspect.ts';
import type { Account } from '../sites/chatgpt/account.ts';
import { builtInSite } from '../sites/chatgpt/site.ts';
import type { Site } from '../sites/chatgpt/site.ts';
import { createNetworkWord } from './network-word.ts';
import type { NetworkWord } from './network-word.ts';
import { createPolicyKeeper } from './policy-keeper.ts';
import type { PolicyKeeper } from './policy-keeper.ts';
import { createScans } from './scans.ts';
import type { Scans } from './scans.ts';

/** Milliseconds in which a choice made in the composer holds for the request that follows, and for an upload. */
const promptGrace = 30_000;
const uploadGrace = 600_000;

/** What the guard of one frame keeps in memory, and nowhere else. */
export interface Session extends PolicyKeeper {
  /** What is known of the page. */
  readonly site: () => Site;
  /** What the product said of the account that is signed in. */
  readonly account: () => Account | undefined;
  readonly setAccount: (account: Account | undefined) => void;
  /** True once somebody chose to go on with an account that policy warns of. */
  readonly isAccountAccepted: () => boolean;
  readonly acceptAccount: () => void;
  /** The marks of the conversation that this tab shows. */
  readonly conversation: () => Conversation;
  /** The ends of what was said before in this conversation, each sequence newest first: messages, and files since the last one. */
  readonly before: () => readonly (readonly string[])[];
  readonly sent: (message: string) => void;
  /** A file that goes with the next message. */
  readonly attached: (content: string) => void;
  /** Lets these values of a text pass the other rings for a while, because a person chose so. */
  readonly allow: (text: string, findings: readonly Finding[], for_: AllowedFor) => void;
  readonly isAllowed: (text: string, finding: Finding, for_: AllowedFor) => boolean;
  /** Lets one upload of a file that cannot be read pass; `digest` is the SHA-256 of its bytes. */
  readonly allowBytes: (digest: string) => void;
  readonly takeAllowedBytes: (digest: string) => boolean;
  /** Remembers what a person typed, pasted or attached, to recognise it elsewhere. */
  readonly remember: (text: string) => void;
  /** What stands in the field that somebody types into, as it grows and as it is taken out. */
  readonly typing: (text: string) => void;
  readonly wasTyped: (text: string) => boolean;
  /** True once a person may have given this page words of theirs; `touch` says so. */
  readonly isTouched: () => boolean;
  readonly touch: () => void;
  readonly scans: Scans;
  readonly networkWord: NetworkWord;
}

export function createSession(location: Location = window.location, now: () => number = Date.now): Session {
  const keeper = createPolicyKeeper();
  return {
    ...keeper,
    site: () => keeper.rules()?.site ?? builtInSite,
    ...accounts(),
    ...turnsOf(conversations(location)),
    ...allowances(now),
    ...typedMemory(),
    ...touches(),
    scans: createScans(keeper.inForce),
    networkWord: createNetworkWord(),
  };
}

/** A frame, or a window that a page opened, may get its words from the page around it: nobody need touch it. */
function touches(window = globalThis.window as Window | undefined): Pick<Session, 'isTouched' | 'touch'> {
  let touched = window !== undefined && (window.top !== window || window.opener !== null);
  return {
    isTouched: () => touched,
    touch() {
      touched = true;
    },
  };
}

function accounts(): Pick<Session, 'account' | 'setAccount' | 'isAccountAccepted' | 'acceptAccount'> {
  let account: Account | undefined;
  let accepted = false;
  return {
    account: () => account,
    setAccount(next) {
      if (next?.id !== account?.id) accepted = false;
      account = next;
    },
    isAccountAccepted: () => accepted,
    acceptAccount() {
      accepted = true;
    },
  };
}

/** One set of marks per conversation; a new chat keeps its marks when it gets its address. */
function conversations(location: Location): () => Conversation {
  let current = newConversation();
  let id: string | undefined;
  return () => {
    const next = /\/c\/([\w-]+)/.exec(location.pathname)?.[1];
    if (id !== undefined && next !== id) current = newConversation();
    id = next;
    return current;
  };
}

const rememberedTurns = 3;

function turnsOf(conversation: () => Conversation): Pick<Session, 'conversation' | 'before' | 'sent' | 'attached'> {
  const messages = new WeakMap<Conversation, readonly string[]>();
  const files = new WeakMap<Conversation, readonly string[]>();
  const add = (ends: WeakMap<Conversation, readonly string[]>, text: string) => {
    const end = endOf(text);
    const earlier = ends.get(conversation()) ?? [];
    // Asked for again, a message is not followed by itself.
    if (end !== '' && earlier[0] !== end) ends.set(conversation(), [end, ...earlier].slice(0, rememberedTurns));
  };
  return {
    conversation,
    before() {
      const said = messages.get(conversation()) ?? [];
      const attached = files.get(conversation()) ?? [];
      return attached.length === 0 ? [said] : [said, [...attached, ...said].slice(0, rememberedTurns)];
    },
    sent(message) {
      add(messages, message);
      files.delete(conversation());
    },
    attached: (content) => add(files, content),
  };
}

function allowances(now: () => number): Pick<Session, 'allow' | 'isAllowed' | 'allowBytes' | 'takeAllowedBytes'> {
  const values = new Map<string, number>();
  const files = new Map<string, number>();
  const keyOf = (text: string, { detector, start, end }: Finding, for_: AllowedFor) =>
    `${for_} ${detector}\n${text.slice(start, end)}`;
  return {
    allow(text, findings, for_) {
      const until = now() + (for_ === 'prompt' ? promptGrace : uploadGrace);
      for (const finding of findings) values.set(keyOf(text, finding, for_), until);
    },
    isAllowed: (text, finding, for_) => (values.get(keyOf(text, finding, for_)) ?? 0) > now(),
    allowBytes: (digest) => void files.set(digest, now() + uploadGrace),
    takeAllowedBytes(digest) {
      const allowed = (files.get(digest) ?? 0) > now();
      files.delete(digest);
      return allowed;
    },
  };
}

const rememberedTexts = 8;
const shortestTyped = 12;

function typedMemory(): Pick<Session, 'remember' | 'typing' | 'wasTyped'> {
  const texts: string[] = [];
  let current = '';
  const remember = (text: string) => {
    const trimmed = text.trim();
    if (trimmed.length < shortestTyped || texts.includes(trimmed)) return;
    texts.push(trimmed);
    if (texts.length > rememberedTexts) texts.shift();
  };
  return {
    remember,
    typing(text) {
      const trimmed = text.trim();
      if (trimmed.length * 2 < current.length) remember(current); // another text begins
      current = trimmed;
    },
    wasTyped(text) {
      if (text.length < shortestTyped) return false;
      const last = current.length < shortestTyped ? [] : [current];
      return [...texts, ...last].some((typed) => text.includes(typed) || typed.includes(text));
    },
  };
}
