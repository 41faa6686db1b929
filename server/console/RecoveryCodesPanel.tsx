interface RecoveryCodesPanelProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** The only time at which the codes are shown. */
export function RecoveryCodesPanel({ codes, onKept }: RecoveryCodesPanelProps) {
  return (
    <section className="stack" aria-label="Recovery codes">
      <p>
        Each of these signs you in once, in place of a code from the app. Keep them where your phone is not: they are
        shown only now.
      </p>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="actions">
        <button type="button" onClick={() => void navigator.clipboard.writeText(codes.join('\n'))}>
          Copy all
        </button>
        <button type="button" className="safe" onClick={onKept}>
          I have kept them
        </button>
      </div>
    </section>
  );
}
