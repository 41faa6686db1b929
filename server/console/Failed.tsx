import type { Failure } from './api.ts';
import { failureTitles } from './words.ts';

interface FailedProps {
  readonly reason: Failure;
  readonly onRetry?: (() => void) | undefined;
}

/** What went wrong, in one sentence, with a way to try again. */
export function Failed({ reason, onRetry }: FailedProps) {
  return (
    <div className="trouble" role="alert">
      <p>{failureTitles[reason]}</p>
      {onRetry && (
        <button type="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}
