import { closedUntilCheckIn } from './calls.ts';

/** True for an address that the browser blocks until a tab's gates were tried. `more` are the filters of a site pack. */
export function isClosedUntilCheckIn(url: string, more: readonly string[]): boolean {
  const sent = url.replace(/#.*$/s, '');
  return closed.some((filter) => filter.test(sent)) || more.some((filter) => expressionOf(filter).test(sent));
}

const closed = closedUntilCheckIn.map(expressionOf);

/** As the browser reads a filter: anywhere in an address, `*` for anything, `|` for the end. */
function expressionOf(filter: string): RegExp {
  const parts = filter.replace(/\|$/, '').split('*');
  const literal = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*');
  return new RegExp(filter.endsWith('|') ? `${literal}$` : literal, 'i');
}
