import type { FormField } from '../sinks/form.ts';
import { ChoiceField, Field, LinesField } from './Field.tsx';
import { textOf } from './form-values.ts';

interface FormFieldsProps {
  readonly fields: readonly FormField[];
  /** What is there already. Then the secret may stay empty. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** What a kind of sink or destination asks for. */
export function FormFields({ fields, settings }: FormFieldsProps) {
  return fields.map(({ name, label, hint, choices, titles, lines, reads: _reads, ...input }) => {
    const filled = settings === undefined ? {} : { defaultValue: textOf(settings[name]) };
    if (choices !== undefined)
      return <ChoiceField key={name} name={name} label={label} choices={choices} titles={titles} {...filled} />;
    if (lines) return <LinesField key={name} name={name} label={label} hint={hint} {...filled} />;
    if (name === 'secret' && settings !== undefined)
      return <Field key={name} name={name} label={label} {...input} required={false} hint={keptHint} />;
    return <Field key={name} name={name} label={label} hint={hint} {...input} {...filled} />;
  });
}

const keptHint = 'Stays as it is while it is empty. Another receiver needs it again.';
