import { createRoot } from 'react-dom/client';
import { FailSafe } from '../../components/FailSafe.tsx';
import { StatusView } from '../../components/StatusView.tsx';
import { Trouble } from '../../components/Trouble.tsx';
import { useReply } from '../../components/use-reply.ts';
import { call } from '../../lib/messaging/client.ts';

const openedAt = Date.now();
const loadStatus = () => call('status.get', {});

function Popup() {
  const { loaded, reload } = useReply(loadStatus);
  return (
    <>
      {loaded.state === 'loading' && <p role="status">Loading …</p>}
      {loaded.state === 'failed' && <Trouble reason={loaded.reason} onRetry={reload} />}
      {loaded.state === 'ready' && <StatusView status={loaded.value} now={openedAt} />}
      <nav aria-label="Pages of Sluice">
        <a href="/ledger.html" target="_blank">
          Your ledger
        </a>
        <a href="/ledger.html#policy" target="_blank">
          Policy in force
        </a>
        <a href="/welcome.html" target="_blank">
          About and join
        </a>
      </nav>
    </>
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <FailSafe>
      <Popup />
    </FailSafe>,
  );
}
