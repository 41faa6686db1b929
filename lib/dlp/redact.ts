import { lookalikeFor } from './lookalikes.ts';
import type { Conversation, Finding } from './types.ts';

/** A finding's place in the original text, and the mark that takes it. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly mark: string;
}

export function newConversation(): Conversation {
  return { marks: new Map(), values: new Map(), counters: new Map() };
}

export interface RedactOptions {
  /** True where a machine reads the text: values of nobody stand for what has a form, such as `user1@example.com`. */
  readonly keepsFormat?: boolean;
}

/**
 * Where which mark goes, in the order of the text. Marks are counted per conversation and detector, the same value keeps its mark,
 * and a mark that the text itself holds is never given to a value.
 */
export function describeChanges(
  text: string,
  findings: readonly Finding[],
  conversation: Conversation,
  { keepsFormat = false }: RedactOptions = {},
): readonly Change[] {
  const changes: Change[] = [];
  for (const { detector, start, end } of [...findings].sort((left, right) => left.start - right.start)) {
    if (start < (changes.at(-1)?.end ?? 0)) continue; // an overlap is already gone
    const value = text.slice(start, end);
    changes.push({ start, end, mark: markFor({ text, detector, value, conversation, keepsFormat }) });
  }
  return changes;
}

/** The text with every finding replaced by its numbered mark, such as `[github-token-1]`. */
export function redact(
  text: string,
  findings: readonly Finding[],
  conversation: Conversation,
  options: RedactOptions = {},
): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, mark } of describeChanges(text, findings, conversation, options)) {
    parts.push(text.slice(at, start), mark);
    at = end;
  }
  return parts.join('') + text.slice(at);
}

const markShape = '\\[[a-z][a-z0-9-]*-\\d+\\]';

/** Puts the values back in the place of this conversation's marks: `restore(redact(x)) === x`. */
export function restore(text: string, { values }: Conversation): string {
  const shaped = [...values.keys()].filter((mark) => !mark.startsWith('['));
  // The longest first: `user1@…` stands at the end of no other, but an address may begin as another does.
  shaped.sort((left, right) => right.length - left.length);
  const pattern = [...shaped.map((mark) => mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')), markShape].join('|');
  return text.replace(new RegExp(pattern, 'g'), (mark) => values.get(mark) ?? mark);
}

interface MarkOptions {
  readonly text: string;
  readonly detector: string;
  readonly value: string;
  readonly conversation: Conversation;
  readonly keepsFormat: boolean;
}

function markFor({ text, detector, value, conversation, keepsFormat }: MarkOptions): string {
  const kind = keepsFormat && lookalikeFor(detector, value, 1) !== undefined ? `${detector}~` : detector;
  const key = `${kind}\n${value}`;
  const known = conversation.marks.get(key);
  if (known !== undefined && !text.includes(known)) return known;
  for (let number = (conversation.counters.get(kind) ?? 0) + 1; ; number += 1) {
    const shaped = kind === detector ? undefined : lookalikeFor(detector, value, number);
    // A range that is used up is followed by marks.
    const mark = shaped ?? `[${detector}-${number}]`;
    if (text.includes(mark) || conversation.values.has(mark)) continue;
    conversation.counters.set(kind, number);
    conversation.marks.set(key, mark);
    conversation.values.set(mark, value);
    return mark;
  }
}
