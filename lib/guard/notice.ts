const styles = `
  :host { all: initial }
  p {
    position: fixed; inset-block-end: 1.5rem; inset-inline: 0; margin: auto; inline-size: fit-content; max-inline-size: min(32rem, 90vw);
    padding: .75rem 1rem; border-radius: .75rem; font: 15px/1.4 system-ui, sans-serif; z-index: 2147483647;
    color: #fff; background: #1f2937; border-inline-start: 4px solid #f59e0b; box-shadow: 0 6px 24px rgb(0 0 0 / .3);
  }`;

const shownFor = 8_000;

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

export function standingNotice(text: string, document: Document = window.document): StandingNotice {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  const line = document.createElement('p');
  line.setAttribute('role', 'alert');
  line.textContent = text;
  root.append(line);
  document.documentElement.append(host);
  return {
    say: (other) => {
      line.textContent = other;
    },
    close: () => host.remove(),
  };
}
