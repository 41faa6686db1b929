import { useEffect, useRef, useState } from 'react';
import type { Justification } from '../lib/vocabulary/actions.ts';
import { justificationWords } from './words.ts';

interface ReasonFormProps {
  readonly justifications: readonly Justification[];
  readonly submitLabel: string;
  readonly onSubmit: (justification: Justification, isTrusted: boolean) => void;
}

/** Asks for one reason of the closed list. There is no field to write in. */
export function ReasonForm({ justifications, submitLabel, onSubmit }: ReasonFormProps) {
  const [chosen, setChosen] = useState<Justification>();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    first.current?.focus();
    first.current?.closest('fieldset')?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <fieldset className="reasons">
      <legend>Why is it right to send this?</legend>
      {justifications.map((justification, index) => (
        <label key={justification}>
          <input
            ref={index === 0 ? first : null}
            type="radio"
            name="sluice-reason"
            checked={chosen === justification}
            onChange={() => setChosen(justification)}
          />
          {justificationWords[justification]}
        </label>
      ))}
      <button
        type="button"
        disabled={chosen === undefined}
        onClick={(event) => {
          if (chosen !== undefined) onSubmit(chosen, event.isTrusted);
        }}
      >
        {submitLabel}
      </button>
    </fieldset>
  );
}
