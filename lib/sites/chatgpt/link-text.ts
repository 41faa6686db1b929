const host = '^https://(chatgpt\\.com|chat\\.openai\\.com)';

/**
 * Addresses that would hand a person's text to the server: links that fill the composer, and the browser's own submit of the composer
 * before the page is ready. Groups: host, path, text. Rules of the browser (RE2), so no lookaround. Seen 2026-11.
 */
export const linkText: readonly string[] = [
  `${host}(/)\\?(?:[^#]*&)?(?:q|prompt|prompt-textarea)=([^&#]*)`,
  `${host}(/[^?#]+)\\?(?:[^#]*&)?prompt-textarea=([^&#]*)`,
];

const expressions = linkText.map((source) => new RegExp(source));

/** True for a navigation whose text the browser's own rules take out. */
export function isLinkText(url: URL): boolean {
  return expressions.some((expression) => expression.test(url.href));
}
