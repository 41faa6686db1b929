const styles = `
  :host { all: initial }
  p {
    position: fixed; inset-block-end: 1.5rem; inset-inline: 0; margin: auto; inline-size: fit-content; max-inline-size: min(32rem, 90vw);
    padding: .75rem 1rem; border-radius: .75rem; font: 15px/1.4 system-ui, sans-serif; z-index: 2147483647;
    color: #fff; background: #1f2937; border-inline-start: 4px solid #f59e0b; box-shadow: 0 6px 24px rgb(0 0 0 / .3);
    display: flex; align-items: center; gap: 1rem;
  }
  button {
    font: inherit; color: inherit; background: none; border: 1px solid currentColor; border-radius: .5rem; padding: .15rem .75rem;
    cursor: pointer;
  }
  button:focus-visible { outline: 2px solid #f59e0b; outline-offset: 2px }`;

const shownFor = 8_000;

/** A button in a notice. Only a person can press it. */
export interface NoticeButton {
  readonly label: string;
  readonly onPress: () => void;
}

/** A notice that stands until it is closed, and may say something else meanwhile. */
export interface StandingNotice {
  readonly say: (text: string) => void;
  readonly close: () => void;
}

/** One sentence to the person, without the dialog bundle: the last resort when that cannot be had. */
export function showNotice(text: string, document: Document = window.document): void {
  const notice = standingNotice(text, document);
  setTimeout(notice.close, shownFor);
}

export function standingNotice(
  text: string,
  document: Document = window.document,
  button?: NoticeButton,
): StandingNotice {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  const line = document.createElement('p');
  line.setAttribute('role', 'alert');
  const words = document.createElement('span');
  words.textContent = text;
  line.append(words);
  if (button) line.append(buttonOf(button, document));
  root.append(line);
  document.documentElement.append(host);
  return {
    say: (other) => {
      words.textContent = other;
    },
    close: () => host.remove(),
  };
}

function buttonOf({ label, onPress }: NoticeButton, document: Document): HTMLButtonElement {
  const button = document.createElement('button');
  button.textContent = label;
  button.addEventListener('click', ({ isTrusted }) => {
    if (isTrusted) onPress();
  });
  return button;
}
