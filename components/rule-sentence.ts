import type { PolicyRule } from '../lib/contract/policy.ts';
import { detectorTitle } from './detector-title.ts';
import { actionWords, categoryWords, severityWords, surfaceWords } from './words.ts';

/** A policy rule as one sentence, with every condition that it has. */
export function ruleSentence({ when, action }: PolicyRule): string {
  return `${subject(when)}${conditions(when)}: ${actionWords[action]}.`;
}

function subject({ detector, category }: PolicyRule['when']): string {
  if (detector !== undefined && category !== undefined) {
    return `${detectorTitle(detector)} (${categoryWords[category].toLowerCase()})`;
  }
  if (detector !== undefined) return detectorTitle(detector);
  return category === undefined ? 'Anything that is found' : categoryWords[category];
}

function conditions({ severity, surface, atLeast, group }: PolicyRule['when']): string {
  return [
    severity === undefined ? '' : `, of severity ${severityWords[severity].toLowerCase()} or above`,
    surface === undefined ? '' : `, ${surfaceWords[surface]}`,
    atLeast === undefined ? '' : `, from ${atLeast} different values at once`,
    group === undefined ? '' : `, only in the group ${group}`,
  ].join('');
}
