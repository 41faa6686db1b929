import { readEditor, visibleEditor, writeEditor } from '../sites/chatgpt/composer.ts';
import type { Site } from '../sites/chatgpt/site.ts';

const mark = '#sluice-text=';
const tries = 60;
const pause = 250;

/**
 * The text of a `?q=` link, or of a submit before the page was ready, which a rule of the browser moved into the fragment, where no
 * server sees it. It is offered in the composer for the person to send.
 */
export async function offerLinkText(
  site: () => Site,
  location: Location = window.location,
  history: History = window.history,
): Promise<void> {
  if (!location.hash.startsWith(mark)) return;
  const text = decodeText(location.hash.slice(mark.length));
  history.replaceState(history.state, '', location.pathname + location.search);
  for (let round = 0; round < tries; round += 1) {
    await new Promise((done) => setTimeout(done, pause));
    const editor = visibleEditor(document, site());
    if (!editor?.isContentEditable) continue; // the page's fallback field is about to be replaced
    if (readEditor(editor) === '') writeEditor(editor, text);
    return;
  }
}

function decodeText(encoded: string): string {
  try {
    return decodeURIComponent(encoded.replaceAll('+', ' '));
  } catch {
    return encoded; // broken escapes: the person sees what stood in the link
  }
}
