import type { CallRule } from '../types.ts';
import { calls, ruleAmong } from './calls.ts';

/** What an organisation's policy adds to what is known of the page, in the hour in which the page changed. */
export interface SitePack {
  readonly version: number;
  readonly editors?: readonly string[] | undefined;
  readonly sendButtons?: readonly string[] | undefined;
  readonly calls?:
    | readonly {
        readonly id: string;
        readonly kind: 'prompt' | 'content' | 'upload' | 'audio' | 'draft' | 'completion';
        /** `*` stands for one part of a path. */
        readonly path: string;
      }[]
    | undefined;
}

/** What is known of the page: what is built in, and what a pack adds. */
export interface Site {
  /** 0 without a pack. */
  readonly version: number;
  /** Selectors of the pack; those that are built in come first. */
  readonly editors: readonly string[];
  readonly sendButtons: readonly string[];
  readonly calls: readonly CallRule[];
  /** URL filters of calls that stay closed until a tab's gates have checked in, besides those that are built in. */
  readonly closed: readonly string[];
}

export interface PackProblem {
  readonly id: string;
  readonly reason: string;
}

export const builtInSite: Site = { version: 0, editors: [], sendButtons: [], calls, closed: [] };

/** A pack can only widen what is checked: what is built in goes first, and a call that is known keeps its rule. */
export function compileSite(pack: SitePack | undefined): Site & { readonly problems: readonly PackProblem[] } {
  if (pack === undefined) return { ...builtInSite, problems: [] };
  const added = pack.calls ?? [];
  const problems = added.flatMap(({ id, path }) => (isKnown(path) ? [{ id, reason: narrows }] : []));
  const rules = added.map(({ id, kind, path }): CallRule => {
    const surface = kind === 'upload' ? 'file' : kind === 'content' || kind === 'audio' ? 'request' : 'composer';
    return { id: `pack-${id}`, kind, surface, methods: writing, path: expressionOf(path), seen: 'pack' };
  });
  return {
    version: pack.version,
    editors: pack.editors ?? [],
    sendButtons: pack.sendButtons ?? [],
    calls: [...calls, ...rules],
    closed: added.map(({ path }) => path),
    problems,
  };
}

const writing = ['POST', 'PUT', 'PATCH'] as const;
const narrows = 'this call is known already, and a pack may only add to what is checked';

function expressionOf(path: string): RegExp {
  const source = path.replace(/[.+?^${}()|[\]\\/-]/g, '\\$&').replaceAll('*', '[^/]*');
  return new RegExp(`^${source}$`);
}

/** One address of each call that is built in, to see what a pattern would take away from it. */
const examples = [
  '/backend-api/f/conversation/prepare',
  '/backend-api/conversation/prepare',
  '/backend-api/conversation/experimental/generate_autocompletions',
  '/backend-api/generate_autocompletions',
  '/backend-api/f/conversation',
  '/backend-anon/conversation',
  '/backend-alt/f/conversation',
  '/backend-api/f/steer_turn',
  '/backend-api/files',
  '/backend-api/files/process_upload_stream',
  '/backend-api/transcribe',
  '/realtime/vp',
  '/backend-api/user_system_messages',
  '/backend-api/memories',
  '/backend-api/projects/p',
  '/backend-api/automations',
  '/backend-api/gizmos/g',
];

function isKnown(pattern: string): boolean {
  const expression = expressionOf(pattern);
  const asAddress = new URL(`https://chatgpt.com${pattern.replaceAll('*', 'x')}`);
  const named = ruleAmong(calls, { url: asAddress, method: 'POST' }).id !== 'unknown';
  return named || examples.some((path) => expression.test(path));
}
