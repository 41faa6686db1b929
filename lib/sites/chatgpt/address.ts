import type { TextSlot } from '../types.ts';

/** Parameters that carry signatures of the page's own, in the addresses of the upload flow (facts 2.5). */
const signatureParameters = new Set([
  'sig',
  'se',
  'sp',
  'sv',
  'sr',
  'st',
  'spr',
  'skoid',
  'sktid',
  'skt',
  'ske',
  'sks',
  'skv',
  'verify',
]);
const searchParameters = new Set(['query', 'q', 'prompt', 'prompt-textarea']);

/** What an address carries: parts of its path, and the names and values of its parameters. The fragment stays in the browser. */
export function addressSlots(url: URL): readonly TextSlot[] {
  const parameters = [...url.searchParams].filter(([key]) => !signatureParameters.has(key));
  const values = parameters.map(([key, text]): TextSlot => {
    const holder = searchParameters.has(key) ? 'text' : 'other';
    return { path: ['?', key], text, holder, fixed: true };
  });
  const names = parameters.map(([key]) => key).filter(isLong);
  const segments = url.pathname.split('/').map(readable).filter(isLong);
  const rest = [...segments, ...names].map((text): TextSlot => ({
    path: ['?', '#'],
    text,
    holder: 'other',
    fixed: true,
  }));
  return [...values, ...rest];
}

/** Shorter names and parts of a path are the page's own. */
const longestOwn = 15;
const isLong = (text: string) => text.length > longestOwn;

function readable(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // not UTF-8: then as it stands
  }
}
