import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import type { Failure } from '../lib/messaging/contract.ts';
import { failureWords } from './words.ts';

/** Where a join code leads. */
export interface JoinTarget {
  readonly orgId: string;
  readonly url: string;
}

interface JoinFormProps {
  readonly failure?: Failure | undefined;
  readonly isJoining: boolean;
  readonly readCode: (code: string) => JoinTarget | undefined;
  readonly onJoin: (code: string) => void;
}

/** A field for the code. It says which organisation a code belongs to before anything is sent there. */
export function JoinForm({ failure, isJoining, readCode, onJoin }: JoinFormProps) {
  const [code, setCode] = useState('');
  const [wasTried, setTried] = useState(false);
  const target = readCode(code);
  const problem = problemOf({ isEmpty: code.trim() === '', isReadable: target !== undefined, wasTried, failure });

  function onSubmit(event: SyntheticEvent): void {
    event.preventDefault();
    setTried(true);
    if (target !== undefined) onJoin(code.trim());
  }

  return (
    <form className="stack" noValidate onSubmit={onSubmit}>
      <label htmlFor="code">Code from your organisation</label>
      <textarea
        id="code"
        rows={4}
        spellCheck={false}
        autoComplete="off"
        dir="ltr"
        value={code}
        aria-invalid={problem !== undefined}
        aria-describedby="code-problem code-target"
        onChange={(event) => {
          setCode(event.currentTarget.value);
          setTried(false);
        }}
      />
      <p id="code-problem" className="problem" role="alert">
        {problem}
      </p>
      <Target target={target} />
      <button type="submit" className="safe" disabled={isJoining}>
        {isJoining ? 'Joining …' : 'Join'}
      </button>
    </form>
  );
}

function Target({ target }: { readonly target: JoinTarget | undefined }) {
  return (
    <p id="code-target" aria-live="polite">
      {target !== undefined && (
        <>
          This code is for <strong>{target.orgId}</strong> at <span className="address">{target.url}</span>.
        </>
      )}
    </p>
  );
}

interface Attempt {
  readonly isEmpty: boolean;
  readonly isReadable: boolean;
  readonly wasTried: boolean;
  readonly failure: Failure | undefined;
}

function problemOf({ isEmpty, isReadable, wasTried, failure }: Attempt): string | undefined {
  if (wasTried && isEmpty) return 'Paste the code first.';
  if (wasTried && !isReadable) return failureWords['join-code-unreadable'];
  return failure !== undefined && (isReadable || isEmpty) ? failureWords[failure] : undefined;
}
