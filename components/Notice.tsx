import { useEffect, useState } from 'react';
import { GateMark } from './GateMark.tsx';

export interface NoticeProps {
  readonly text: string;
  readonly actionLabel?: string | undefined;
  /** Milliseconds until it goes; the clock starts again when pointer and focus have left. */
  readonly timeoutMs: number;
  readonly onAction: () => void;
  readonly onClose: () => void;
}

/** A small message that goes by itself. It never takes focus. */
export function Notice({ text, actionLabel, timeoutMs, onAction, onClose }: NoticeProps) {
  const [isHeld, setHeld] = useState(false);
  const said = useLater(text);
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(onClose, timeoutMs);
    return () => clearTimeout(timer);
  }, [isHeld, onClose, timeoutMs]);
  return (
    <div
      className="notice"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <GateMark />
      <p aria-hidden="true">{text}</p>
      <p className="unseen" role="status" aria-live="polite">
        {said}
      </p>
      {actionLabel !== undefined && (
        <button type="button" className="plain" onClick={(event) => event.isTrusted && onAction()}>
          {actionLabel}
        </button>
      )}
      <button
        type="button"
        className="quiet close"
        aria-label="Close"
        onClick={(event) => event.isTrusted && onClose()}
      >
        <span aria-hidden="true">×</span>
      </button>
    </div>
  );
}

/** Screen readers announce what changes in a live region, so its text arrives after the region itself. */
function useLater(text: string): string {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), 50);
    return () => clearTimeout(timer);
  }, [text]);
  return said;
}
