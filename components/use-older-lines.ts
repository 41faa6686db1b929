import { useState } from 'react';
import type { Failure, LedgerLine, LedgerPage, Reply } from '../lib/messaging/contract.ts';
import { settle } from './use-reply.ts';

export interface OlderLines {
  readonly lines: readonly LedgerLine[];
  readonly hasOlder: boolean;
  readonly isLoading: boolean;
  readonly failure: Failure | undefined;
  readonly loadOlder: () => void;
}

type LoadPage = (before: number) => Promise<Reply<LedgerPage>>;

/** The lines of a first page and of all older pages that were asked for. */
export function useOlderLines(first: LedgerPage, loadPage: LoadPage): OlderLines {
  const [older, setOlder] = useState<readonly LedgerLine[]>([]);
  const [isAtEnd, setAtEnd] = useState(false);
  const [isLoading, setLoading] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const lines = [...first.lines, ...older];
  const oldest = lines.at(-1)?.n;

  async function load(before: number): Promise<void> {
    setLoading(true);
    const reply = await settle(() => loadPage(before));
    setLoading(false);
    setFailure(reply.ok ? undefined : reply.reason);
    if (!reply.ok) return;
    setOlder([...older, ...reply.value.lines]);
    setAtEnd(reply.value.lines.length === 0);
  }

  return {
    lines,
    hasOlder: oldest !== undefined && lines.length < first.total && !isAtEnd,
    isLoading,
    failure,
    loadOlder: () => {
      if (oldest !== undefined && !isLoading) void load(oldest);
    },
  };
}
