import { useId, useState } from 'react';
import { detectorTitle } from '../../components/detector-title.ts';
import { answersTo, messageTemplates } from '../../lib/vocabulary/messages.ts';
import type { MessageTemplate } from '../../lib/vocabulary/messages.ts';
import { longestMessageDays, usualMessageDays } from '../console-api/messages-contract.ts';
import { Failed } from './Failed.tsx';
import { Field } from './Field.tsx';
import { api } from './api.ts';
import { useSubmit } from './use-submit.ts';
import { answerTitles, templateTitles } from './words.ts';

interface MessageFormProps {
  /** Asked for where it is left out. */
  readonly pseudonym?: string;
  /** What was found there: one of them may be named. */
  readonly detectors?: readonly string[];
  readonly onSent?: () => void;
}

/** Writes to a pseudonym. Everything is chosen from a list, so that no message says more than its reader can check. */
export function MessageForm({ pseudonym, detectors = [], onSent }: MessageFormProps) {
  const [template, setTemplate] = useState<MessageTemplate>('rotate-key');
  const [isSent, setSent] = useState(false);
  const { failure, isSending, onSubmit } = useSubmit(
    (field) => {
      const detector = field('detector');
      return api.sendMessage({
        pseudonym: pseudonym ?? field('pseudonym').trim(),
        template,
        ...(detector === '' ? {} : { detector }),
        days: Number(field('days')),
      });
    },
    () => {
      setSent(true);
      onSent?.();
    },
  );
  return (
    <form className="stack" onSubmit={onSubmit} onChange={() => setSent(false)}>
      {pseudonym === undefined && (
        <Field
          label="Pseudonym"
          name="pseudonym"
          required
          pattern="[0-9a-f]{20}"
          maxLength={20}
          autoComplete="off"
          spellCheck={false}
          hint="As it stands in an incident: 20 characters."
        />
      )}
      <TemplateField template={template} onChange={setTemplate} />
      {detectors.length > 0 && <DetectorField detectors={detectors} />}
      <Field
        label="Days until it ends"
        name="days"
        type="number"
        min={1}
        max={longestMessageDays}
        defaultValue={usualMessageDays}
        required
      />
      {failure !== undefined && <Failed reason={failure} />}
      {isSent && <p role="status">Sent. The browser gets it with its next sign of life.</p>}
      <button type="submit" disabled={isSending}>
        {isSending ? 'Sending…' : 'Send'}
      </button>
    </form>
  );
}

interface TemplateFieldProps {
  readonly template: MessageTemplate;
  readonly onChange: (template: MessageTemplate) => void;
}

function TemplateField({ template, onChange }: TemplateFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>Message</label>
      <select
        id={id}
        value={template}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => onChange(messageTemplates.find((each) => each === target.value) ?? template)}
      >
        {messageTemplates.map((each) => (
          <option key={each} value={each}>
            {templateTitles[each]}
          </option>
        ))}
      </select>
      <p id={`${id}-hint`} className="quiet small">
        They may answer: {answersTo[template].map((answer) => `“${answerTitles[answer]}”`).join(', ')}, name themselves,
        or do nothing.
      </p>
    </div>
  );
}

function DetectorField({ detectors }: { readonly detectors: readonly string[] }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>About</label>
      <select id={id} name="detector" defaultValue={detectors[0]}>
        {detectors.map((detector) => (
          <option key={detector} value={detector}>
            {detectorTitle(detector)}
          </option>
        ))}
        <option value="">Nothing in particular</option>
      </select>
    </div>
  );
}
