import { useId } from 'react';
import type { ComponentProps } from 'react';

type FieldProps = Omit<ComponentProps<'input'>, 'id' | 'className'> & {
  readonly label: string;
  readonly hint?: string | undefined;
};

/** A labelled input with its hint. */
export function Field({ label, hint, ...input }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} aria-describedby={hint === undefined ? undefined : `${id}-hint`} {...input} />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="quiet small">
          {hint}
        </p>
      )}
    </div>
  );
}

/** The six digits of an authenticator app. */
export function CodeField({ hint }: { readonly hint?: string | undefined }) {
  return (
    <Field
      label="Code from your authenticator app"
      name="code"
      inputMode="numeric"
      autoComplete="one-time-code"
      pattern="[0-9]{6}"
      maxLength={6}
      placeholder="000000"
      required
      hint={hint}
    />
  );
}

interface LinesFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly defaultValue?: string | undefined;
}

/** A certificate has line ends that count. */
export function LinesField({ name, label, hint, defaultValue }: LinesFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        name={name}
        rows={2}
        spellCheck={false}
        defaultValue={defaultValue}
        aria-describedby={`${id}-hint`}
      />
      <p id={`${id}-hint`} className="quiet small">
        {hint}
      </p>
    </div>
  );
}

interface ChoiceFieldProps {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly string[];
  /** What each choice is called; in capitals where it is left out. */
  readonly titles?: Readonly<Record<string, string>> | undefined;
  readonly defaultValue?: string | undefined;
}

export function ChoiceField({ name, label, choices, titles = {}, defaultValue }: ChoiceFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} defaultValue={defaultValue}>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {titles[choice] ?? choice.toUpperCase()}
          </option>
        ))}
      </select>
    </div>
  );
}
