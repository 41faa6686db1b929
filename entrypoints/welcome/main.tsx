import { useCallback, useState } from 'react';
import { createRoot } from 'react-dom/client';
import * as z from 'zod/mini';
import { FailSafe } from '../../components/FailSafe.tsx';
import { Trouble } from '../../components/Trouble.tsx';
import { settle, useReply } from '../../components/use-reply.ts';
import { WelcomeView } from '../../components/WelcomeView.tsx';
import { readJoinCode } from '../../lib/contract/enrolment.ts';
import { call } from '../../lib/messaging/client.ts';
import type { Failure } from '../../lib/messaging/contract.ts';

z.config({ jitless: true });

const loadStatus = () => call('status.get', {});

function Welcome() {
  const { loaded, reload } = useReply(loadStatus);
  const [isJoining, setJoining] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  const join = useCallback(
    async (code: string) => {
      setJoining(true);
      const reply = await settle(() => call('join.submit', { code }));
      setJoining(false);
      setFailure(reply.ok ? undefined : reply.reason);
      if (reply.ok) reload();
    },
    [reload],
  );

  if (loaded.state === 'loading') return <p role="status">Loading …</p>;
  return (
    <>
      {loaded.state === 'failed' && <Trouble reason={loaded.reason} onRetry={reload} />}
      <WelcomeView
        membership={loaded.state === 'ready' ? loaded.value.membership : undefined}
        failure={failure}
        isJoining={isJoining}
        readCode={readJoinCode}
        onJoin={(code) => void join(code)}
      />
    </>
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <FailSafe>
      <Welcome />
    </FailSafe>,
  );
}
