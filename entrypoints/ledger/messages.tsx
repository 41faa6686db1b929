import { useState } from 'react';
import { MessageCards } from '../../components/MessageCards.tsx';
import { Trouble } from '../../components/Trouble.tsx';
import { settle, useReply } from '../../components/use-reply.ts';
import { call } from '../../lib/messaging/client.ts';
import type { Failure, Reply } from '../../lib/messaging/contract.ts';

const loadMessages = () => call('message.list', {});

/** What the organisation wrote, and what may be said to it. */
export function Messages() {
  const { loaded, reload } = useReply(loadMessages);
  const [failure, setFailure] = useState<Failure>();
  async function say(send: () => Promise<Reply<null>>): Promise<void> {
    const reply = await settle(send);
    setFailure(reply.ok ? undefined : reply.reason);
    reload();
  }
  if (loaded.state === 'loading') return <p role="status">Loading …</p>;
  if (loaded.state === 'failed') return <Trouble reason={loaded.reason} onRetry={reload} />;
  return (
    <>
      {failure !== undefined && <Trouble reason={failure} />}
      <MessageCards
        messages={loaded.value}
        onAnswer={(id, answer) => void say(() => call('message.answer', { id, answer }))}
        onName={(id, name) => void say(() => call('message.name', { id, name }))}
        onDismiss={(id) => void say(() => call('message.dismiss', { id }))}
      />
    </>
  );
}
