import type { Surface } from '../vocabulary/content.ts';

/** A call of the page, as any ring sees it. */
export interface OutgoingCall {
  /** Absolute. */
  readonly url: URL;
  /** Upper case. */
  readonly method: string;
}

/** What a call is for. `prompt` carries what a person typed; `draft` leaves while they still type. */
export type CallKind =
  'prompt' | 'draft' | 'completion' | 'content' | 'upload' | 'audio' | 'telemetry' | 'machine' | 'unknown';

/** How much a ring can do about one way out. `cannot` says why. */
export type Reach = 'stops' | 'observes' | { readonly cannot: string };

/** What becomes of a finding on one way: other text goes in its place, it is left out, it is answered here, or nothing goes. */
export type Treatment = 'rewritten' | 'taken out' | 'answered here' | 'refused';

/** One path by which content can leave the page. */
export interface WayOut {
  readonly id: string;
  /** In words, for the documents. */
  readonly title: string;
  /** Method, address and the place of the words in it; absent where any call may go that way. */
  readonly shape?: string;
  /** The composer and the page gate. */
  readonly ring2: Reach;
  /** Where the network gate may block. */
  readonly ring3: Reach;
  /** On a finding that policy replaces. */
  readonly onRedact: Treatment;
  readonly onBlock: Treatment;
  /** The day it was last seen or tried, ISO. */
  readonly seen: string;
}

/** What is known about one call: matched by host, method and path. */
export interface CallRule {
  readonly id: string;
  readonly kind: CallKind;
  readonly surface: Surface;
  readonly methods: readonly string[];
  readonly path: RegExp;
  /** Keys of machine slots: strings under them are tokens of the page's own. `*` stands for one array index or key. */
  readonly machineSlots?: readonly string[];
  /** Keys under which a person's words stand in this call alone. */
  readonly textSlots?: readonly string[];
  readonly seen: string;
}

/** One string of a body or address, with its place and its class. */
export interface TextSlot {
  /** Keys joined by dots; array indexes are `*` for matching and numbers here. */
  readonly path: readonly (string | number)[];
  readonly text: string;
  readonly holder: 'text' | 'other';
  /** True for what cannot be written again: addresses, names of fields, keys, what duplicate keys hide. */
  readonly fixed?: boolean;
}

/** What a call would carry out of the page, as text where it can be read. */
export interface Outgoing {
  readonly rule: CallRule;
  readonly url: URL;
  readonly slots: readonly TextSlot[];
  /** Bytes that are no text: their number and name where known. */
  readonly unreadable: readonly UnreadablePart[];
  /** Puts other texts in the place of slots; absent where the body cannot be written again. */
  readonly rewrite?: (texts: ReadonlyMap<TextSlot, string>) => string;
  /** The parsed JSON body, where it is one. */
  readonly json?: unknown;
  /** Sent in the place of the page's body, whatever the verdict: the body without its draft. */
  readonly replaced?: string;
}

export interface UnreadablePart {
  readonly bytes: number;
  readonly name: string;
  /** SHA-256 in lower-case hex; absent where the bytes could not be had. */
  readonly digest?: string;
}
