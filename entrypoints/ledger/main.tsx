import { createRoot } from 'react-dom/client';
import { FailSafe } from '../../components/FailSafe.tsx';
import { LedgerView } from '../../components/LedgerView.tsx';
import { Trouble } from '../../components/Trouble.tsx';
import { useOlderLines } from '../../components/use-older-lines.ts';
import { useReply } from '../../components/use-reply.ts';
import { call } from '../../lib/messaging/client.ts';
import type { LedgerPage, Status } from '../../lib/messaging/contract.ts';
import { Messages } from './messages.tsx';

const loadLedger = () => call('ledger.list', {});
const loadStatus = () => call('status.get', {});
const loadPage = (before: number) => call('ledger.list', { before });

function Ledger() {
  const ledger = useReply(loadLedger);
  const status = useReply(loadStatus);
  if (ledger.loaded.state === 'failed') return <Trouble reason={ledger.loaded.reason} onRetry={ledger.reload} />;
  if (status.loaded.state === 'failed') return <Trouble reason={status.loaded.reason} onRetry={status.reload} />;
  if (ledger.loaded.state === 'loading' || status.loaded.state === 'loading') return <p role="status">Loading …</p>;
  return <LoadedLedger first={ledger.loaded.value} status={status.loaded.value} />;
}

function LoadedLedger({ first, status }: { readonly first: LedgerPage; readonly status: Status }) {
  const { lines, hasOlder, isLoading, failure, loadOlder } = useOlderLines(first, loadPage);
  return (
    <>
      <LedgerView
        ledger={{ ...first, lines }}
        inForce={status.policy}
        membership={status.membership}
        openAt={location.hash.slice(1)}
        messages={{ open: status.messages, content: <Messages /> }}
        hasOlder={hasOlder}
        isLoading={isLoading}
        onLoadOlder={loadOlder}
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
      <p className="quiet">Everything that Sluice has recorded about your work here and sent to anyone.</p>
      <FailSafe>
        <Ledger />
      </FailSafe>
    </>,
  );
}
