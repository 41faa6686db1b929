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

/**
 * Where which mark goes, in the order of the text. Marks are counted per conversation and detector, the same value keeps its mark,
 * and a mark that the text itself holds is never given to a value.
 */
export function describeChanges(
  text: string,
  findings: readonly Finding[],
  conversation: Conversation,
): readonly Change[] {
  const changes: Change[] = [];
  for (const { detector, start, end } of [...findings].sort((left, right) => left.start - right.start)) {
    if (start < (changes.at(-1)?.end ?? 0)) continue; // an overlap is already gone
    changes.push({ start, end, mark: markFor({ text, detector, value: text.slice(start, end), conversation }) });
  }
  return changes;
}

/** The text with every finding replaced by its numbered mark, such as `[github-token-1]`. */
export function redact(text: string, findings: readonly Finding[], conversation: Conversation): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, mark } of describeChanges(text, findings, conversation)) {
    parts.push(text.slice(at, start), mark);
    at = end;
  }
  return parts.join('') + text.slice(at);
}

const markShape = /\[[a-z][a-z0-9-]*-\d+\]/g;

/** Puts the values back in the place of this conversation's marks: `restore(redact(x)) === x`. */
export function restore(text: string, { values }: Conversation): string {
  return text.replace(markShape, (mark) => values.get(mark) ?? mark);
}

interface MarkOptions {
  readonly text: string;
  readonly detector: string;
  readonly value: string;
  readonly conversation: Conversation;
}

function markFor({ text, detector, value, conversation }: MarkOptions): string {
  const key = `${detector}\n${value}`;
  const known = conversation.marks.get(key);
  if (known !== undefined && !text.includes(known)) return known;
  for (let number = (conversation.counters.get(detector) ?? 0) + 1; ; number += 1) {
    const mark = `[${detector}-${number}]`;
    if (text.includes(mark) || conversation.values.has(mark)) continue;
    conversation.counters.set(detector, number);
    conversation.marks.set(key, mark);
    conversation.values.set(mark, value);
    return mark;
  }
}
