import type { CallRule, TextSlot } from '../types.ts';

/** Keys under which a person's words stand, whatever the call (facts 8a, 3). Matched against the end of a path. */
const holders = [
  'messages.*.content.parts.*',
  'messages.*.content.parts.*.text',
  'messages.*.content.text',
  'partial_query.content.parts.*',
  'input_text',
  'user_input',
  'suggestions.*',
  'content.text',
  'content.*.text',
  'prompt',
  'instructions',
  'about_user_message',
  'about_model_message',
  'name_user_message',
  'role_user_message',
  'traits_model_message',
  'other_user_message',
  'text',
  'selected_text',
  'content',
  'title',
  'name',
  'description',
  'prompt_starters.*',
  'file_name',
  'attachments.*.name',
  'post_text',
  'user_bio',
  'query',
  'q',
].map((path) => path.split('.'));

/** Ends the path of a slot that is a key itself. */
const keySuffix = '#key';

/** Every string of a parsed body with its place and class. Machine slots of the call are left out. */
export function readSlots(body: unknown, rule: CallRule): readonly TextSlot[] {
  const slots: TextSlot[] = [];
  const skipped = (rule.machineSlots ?? []).map((path) => path.split('.'));
  const own = (rule.textSlots ?? []).map((path) => path.split('.'));
  walk(body, [], (path, text) => {
    if (skipped.some((pattern) => matchesWhole(pattern, path))) return;
    const isHeld =
      holders.some((pattern) => matchesEnd(pattern, path)) || own.some((pattern) => matchesWhole(pattern, path));
    const holder = isHeld ? 'text' : 'other';
    const fixed = path.at(-1) === keySuffix || path.length >= deepest;
    slots.push(fixed ? { path, text, holder, fixed } : { path, text, holder });
  });
  return slots;
}

/** A copy of `body` in which `texts` (by slot) stand in place of the slots' own. */
export function writeSlots(body: unknown, texts: ReadonlyMap<TextSlot, string>): unknown {
  const copy: unknown = structuredClone(body);
  for (const [{ path }, text] of texts) setAt(copy, path, text);
  return copy;
}

type Path = readonly (string | number)[];

/** Bounded, so that a hostile body cannot exhaust the stack. */
const deepest = 64;

function walk(value: unknown, path: Path, visit: (path: Path, text: string) => void): void {
  if (typeof value === 'string') visit(path, value);
  else if (path.length >= deepest) visit(path, JSON.stringify(value));
  else if (Array.isArray(value)) value.forEach((item, index) => walk(item, [...path, index], visit));
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      walk(item, [...path, key], visit);
      if (key.length >= 12) visit([...path, key, keySuffix], key); // a secret can stand in a key as well
    }
  }
}

const strings = /"(?:[^"\\]|\\.)*"/g;

/**
 * All strings of a JSON text, one per line, where it holds more of them than what was parsed from it: some stand under a key that
 * comes again. `undefined` where nothing is hidden.
 */
export function hiddenStrings(text: string, parsed: unknown): string | undefined {
  const written = text.match(strings) ?? [];
  if (written.length === stringCount(parsed)) return undefined;
  return written.map((each) => String(JSON.parse(each))).join('\n');
}

/** Keys and strings, however deep: without recursion, as a hostile body may be very deep. */
function stringCount(root: unknown): number {
  let count = 0;
  const open = [root];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === 'string') count += 1;
    else if (typeof value === 'object' && value !== null) {
      if (!Array.isArray(value)) count += Object.keys(value).length;
      for (const item of Object.values(value)) open.push(item);
    }
  }
  return count;
}

function fits(pattern: string | undefined, key: string | number | undefined): boolean {
  return pattern === '*' ? key !== undefined : pattern === String(key);
}

function matchesEnd(pattern: readonly string[], path: Path): boolean {
  if (path.length < pattern.length) return false;
  const start = path.length - pattern.length;
  return pattern.every((part, index) => fits(part, path[start + index]));
}

function matchesWhole(pattern: readonly string[], path: Path): boolean {
  const open = pattern.at(-1) === '**';
  if (open ? path.length < pattern.length : path.length !== pattern.length) return false;
  return pattern.every((part, index) => part === '**' || fits(part, path[index]));
}

function setAt(root: unknown, path: Path, text: string): void {
  let at: unknown = root;
  for (const key of path.slice(0, -1)) at = child(at, key);
  const last = path.at(-1);
  if (last !== undefined && typeof at === 'object' && at !== null) Reflect.set(at, last, text);
}

function child(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

/** The same body without what a person has typed so far; `undefined` when there is nothing to take out. */
export function withoutDraft(body: unknown): unknown {
  if (!hasOwn(body, 'partial_query')) return undefined;
  return Object.fromEntries(Object.entries(body as object).filter(([key]) => key !== 'partial_query'));
}

/** True for the body of a draft, wherever it goes: text that nobody has sent yet. */
export function isDraft(body: unknown): boolean {
  return withoutDraft(body) !== undefined;
}

/** True for the body of a call for autocompletions, wherever it goes. */
export function isCompletion(body: unknown): boolean {
  return hasOwn(body, 'input_text') && hasOwn(body, 'num_completions');
}

function hasOwn(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key);
}

/** The local answer to an autocompletion call: no suggestions. */
export const noCompletions = '{"completions":[]}';
