interface PolicyMessagesProps {
  readonly messages: readonly string[];
  readonly help: string | undefined;
}

/** The messages of policy's rules and its line of help, verbatim. */
export function PolicyMessages({ messages, help }: PolicyMessagesProps) {
  if (messages.length === 0 && help === undefined) return null;
  return (
    <section id="sluice-says" className="messages" aria-label="What your policy says">
      {messages.map((message) => (
        <p key={message} dir="auto">
          {message}
        </p>
      ))}
      {help !== undefined && (
        <p className="help" dir="auto">
          {help}
        </p>
      )}
    </section>
  );
}
