import { useState } from 'react';

interface OneTimeTextProps {
  readonly title: string;
  readonly hint: string;
  readonly text: string;
  readonly onDone: () => void;
}

/** A link or a key that is shown once, with a way to take it along. */
export function OneTimeText({ title, hint, text, onDone }: OneTimeTextProps) {
  const [isCopied, setCopied] = useState(false);
  return (
    <section className="panel-card stack once" role="status">
      <h2>{title}</h2>
      <p className="quiet">{hint}</p>
      <code className="secret">{text}</code>
      <div className="actions">
        <button
          type="button"
          className="safe"
          onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
        >
          {isCopied ? 'Copied' : 'Copy'}
        </button>
        <button type="button" onClick={onDone}>
          Done
        </button>
      </div>
    </section>
  );
}
