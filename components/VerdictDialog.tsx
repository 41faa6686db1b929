import { useLayoutEffect, useRef, useState } from 'react';
import type { Cause } from '../lib/vocabulary/content.ts';
import type { Choice } from '../lib/policy/decide.ts';
import { justifications as allJustifications } from '../lib/vocabulary/actions.ts';
import type { Justification } from '../lib/vocabulary/actions.ts';
import { dialogWords } from './dialog-words.ts';
import type { DialogKind } from './dialog-words.ts';
import { FindingList } from './FindingList.tsx';
import type { DialogFinding } from './FindingList.tsx';
import { GateMark } from './GateMark.tsx';
import { PolicyMessages } from './PolicyMessages.tsx';
import { ReasonForm } from './ReasonForm.tsx';
import { TextPreview } from './TextPreview.tsx';
import type { Segment } from './TextPreview.tsx';

export interface VerdictDialogProps {
  readonly kind: DialogKind;
  /** Empty for bytes that cannot be read. */
  readonly findings: readonly DialogFinding[];
  readonly preview: readonly Segment[];
  /** As policy gave them; `edit` is offered even when it is missing. */
  readonly choices: readonly Choice[];
  /** Messages of policy's rules, shown verbatim. */
  readonly messages: readonly string[];
  /** Why, where no finding says so. */
  readonly cause?: Cause | undefined;
  readonly help?: string | undefined;
  readonly fileName?: string | undefined;
  /** The reasons to choose from, all where it is left out; with an empty list `justify` is not offered. */
  readonly justifications?: readonly Justification[] | undefined;
  readonly onChoose: (choice: Choice, justification?: Justification) => void;
}

/**
 * Asks what to do with one attempt to send. It is a modal dialog of the browser's own: the top layer lies above everything the page
 * shows, and the rest of the page cannot take focus. Escape is `edit`.
 */
export function VerdictDialog(props: VerdictDialogProps) {
  const { kind, justifications = allJustifications, onChoose } = props;
  const dialog = useModal();
  const [asksReason, setAsksReason] = useState(false);

  function choose(choice: Choice, isTrusted: boolean, justification?: Justification): void {
    if (!isTrusted) return; // a script pressed the button, not the person
    if (choice === 'justify' && justification === undefined) setAsksReason(true);
    else onChoose(choice, justification);
  }

  return (
    <dialog
      ref={dialog}
      className={hasPreview(props) && dialogWords[kind].headings ? 'verdict wide' : 'verdict'}
      role="alertdialog"
      aria-modal="true"
      tabIndex={-1} // a click beside the buttons leaves focus inside
      aria-labelledby="sluice-title"
      aria-describedby={describedBy(props)}
      onCancel={(event) => {
        event.preventDefault();
        onChoose('edit');
      }}
      onClose={(event) => {
        if (!event.currentTarget.open) onChoose('edit'); // it is closed and opened again to come back on top
      }}
    >
      <Explanation {...props} />
      {asksReason && (
        <ReasonForm
          justifications={justifications}
          submitLabel={dialogWords[kind].withReason}
          onSubmit={(justification, isTrusted) => choose('justify', isTrusted, justification)}
        />
      )}
      <Choices {...props} asksReason={asksReason} onPress={choose} />
    </dialog>
  );
}

/** What was found, what policy says about it, and the fixed text. */
function Explanation(props: VerdictDialogProps) {
  const { kind, findings, preview, messages, help, fileName } = props;
  const words = dialogWords[kind];
  return (
    <>
      <header>
        <GateMark />
        <div>
          <h2 id="sluice-title">{headline(props)}</h2>
          <p id="sluice-summary">{summary(props)}</p>
        </div>
      </header>
      <div className="body">
        {fileName !== undefined && <p className="file-name">{fileName}</p>}
        <FindingList findings={findings} />
        <PolicyMessages messages={messages} help={help} />
        {hasPreview(props) && <TextPreview label={words.preview} headings={words.headings} segments={preview} />}
      </div>
    </>
  );
}

interface ChoicesProps extends VerdictDialogProps {
  readonly asksReason: boolean;
  readonly onPress: (choice: Choice, isTrusted: boolean) => void;
}

function Choices({ asksReason, onPress, ...props }: ChoicesProps) {
  const words = dialogWords[props.kind];
  const choices = offered(props);
  return (
    <footer>
      <div className="choices">
        {choices.map((choice, index) => (
          <button
            key={choice}
            type="button"
            className={index === 0 ? 'safe' : choice === 'edit' ? 'plain' : 'quiet'}
            data-first={index === 0 ? '' : undefined}
            aria-expanded={choice === 'justify' ? asksReason : undefined}
            onClick={(event) => onPress(choice, event.isTrusted)}
          >
            {choices.length === 1 ? words.onlyEdit : words.choices[choice]}
          </button>
        ))}
      </div>
      <p className="promise">Recorded: which kinds, how many and what you do. Never your text.</p>
      <p className="unseen" role="status" aria-live="polite">
        {asksReason ? 'Choose a reason.' : ''}
      </p>
    </footer>
  );
}

function hasPreview(props: VerdictDialogProps): boolean {
  return props.preview.length > 0 && offered(props).includes('replace');
}

/** The choices in the order in which they are shown: the safest first. */
function offered({ choices, justifications = allJustifications }: VerdictDialogProps): readonly Choice[] {
  const order: readonly Choice[] = ['replace', 'edit', 'justify', 'send-anyway'];
  return order.filter((choice) => {
    if (choice === 'edit') return true;
    return choices.includes(choice) && (choice !== 'justify' || justifications.length > 0);
  });
}

function headline(props: VerdictDialogProps): string {
  const words = dialogWords[props.kind];
  if (offered(props).length === 1) return words.blocked;
  if (props.cause === 'account') return 'This is not an account of your organisation';
  if (props.cause === 'page-changed') return 'ChatGPT has changed';
  return props.findings.length === 0 ? words.unreadable : words.found;
}

function summary(props: VerdictDialogProps): string {
  const { nothingLeft, subject } = dialogWords[props.kind];
  const choices = offered(props);
  if (choices.includes('replace')) return `${nothingLeft} Sluice can replace what it found, and the rest goes on.`;
  if (props.cause === 'account' || props.cause === 'page-changed') return nothingLeft;
  if (props.findings.length === 0) return `${nothingLeft} ${subject} cannot be checked for private data.`;
  return choices.length === 1
    ? `${nothingLeft} ${subject} contains something that must stay on this device.`
    : `${nothingLeft} What was found cannot be replaced here.`;
}

/** What a screen reader says when the dialog opens: the summary, what was found and what policy says. */
function describedBy({ findings, messages, help }: VerdictDialogProps): string {
  const hasMessages = messages.length > 0 || help !== undefined;
  return ['sluice-summary', findings.length > 0 && 'sluice-found', hasMessages && 'sluice-says']
    .filter(Boolean)
    .join(' ');
}

/** Opens the dialog as a modal one and puts focus on the first choice. */
function useModal() {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog === null) return undefined;
    raiseDialog(dialog);
    return () => dialog.close();
  }, []);
  return ref;
}

/** Brings the dialog to the top of everything that is open, with focus on its first choice. */
export function raiseDialog(dialog: HTMLDialogElement): void {
  if (dialog.open) dialog.close();
  dialog.showModal();
  dialog.querySelector<HTMLElement>('[data-first]')?.focus({ preventScroll: true });
  dialog.scrollTop = 0; // the browser has scrolled to what it focused first
}
