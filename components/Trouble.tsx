import type { Failure } from '../lib/messaging/contract.ts';
import { failureWords } from './words.ts';

interface TroubleProps {
  readonly reason: Failure;
  readonly onRetry?: () => void;
}

/** What went wrong, in one sentence, with a way to try again. */
export function Trouble({ reason, onRetry }: TroubleProps) {
  return (
    <div className="trouble" role="alert">
      <p>{failureWords[reason]}</p>
      {onRetry && (
        <button type="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}
