import { useCallback, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { FailSafe } from '../../components/FailSafe.tsx';
import { LedgerView } from '../../components/LedgerView.tsx';
import { Trouble } from '../../components/Trouble.tsx';
import { settle, useReply } from '../../components/use-reply.ts';
import { call } from '../../lib/messaging/client.ts';
import type { Failure, LedgerLine } from '../../lib/messaging/contract.ts';

const loadLedger = () => call('ledger.list', {});
const loadStatus = () => call('status.get', {});

function Ledger() {
  const ledger = useReply(loadLedger);
  const status = useReply(loadStatus);
  const [older, setOlder] = useState<readonly LedgerLine[]>([]);
  const [isAtEnd, setAtEnd] = useState(false);
  const [isLoading, setLoading] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  const loadOlder = useCallback(async (before: number) => {
    setLoading(true);
    const reply = await settle(() => call('ledger.list', { before }));
    setLoading(false);
    setFailure(reply.ok ? undefined : reply.reason);
    if (!reply.ok) return;
    setOlder((lines) => [...lines, ...reply.value.lines]);
    setAtEnd(reply.value.lines.length === 0);
  }, []);

  if (ledger.loaded.state === 'failed') return <Trouble reason={ledger.loaded.reason} onRetry={ledger.reload} />;
  if (status.loaded.state === 'failed') return <Trouble reason={status.loaded.reason} onRetry={status.reload} />;
  if (ledger.loaded.state === 'loading' || status.loaded.state === 'loading') return <p role="status">Loading …</p>;

  const page = ledger.loaded.value;
  const lines = [...page.lines, ...older];
  const oldest = lines.at(-1)?.n;
  return (
    <>
      <LedgerView
        ledger={{ ...page, lines }}
        inForce={status.loaded.value.policy}
        openAt={location.hash.slice(1)}
        hasOlder={oldest !== undefined && lines.length < page.total && !isAtEnd}
        isLoading={isLoading}
        onLoadOlder={() => {
          if (oldest !== undefined) void loadOlder(oldest);
        }}
      />
      {failure !== undefined && <Trouble reason={failure} />}
    </>
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <>
      <h1>Your ledger</h1>
      <p className="quiet">
        Everything that Sluice has recorded about your work here, and everything it has sent to anyone.
      </p>
      <FailSafe>
        <Ledger />
      </FailSafe>
    </>,
  );
}
