import type { Finding } from '../dlp/types.ts';
import { needsDecision, strength, strongest } from '../vocabulary/actions.ts';
import type { Action } from '../vocabulary/actions.ts';
import { severities } from '../vocabulary/content.ts';
import type { Cause, Surface } from '../vocabulary/content.ts';
import type { PolicyRule } from '../contract/policy.ts';
import { judgeLists, listDetector } from './lists.ts';
import type { JudgedList } from './lists.ts';
import type { PolicyRules } from './rules.ts';

/** A finding with what policy does about it, and the rule that said so. */
export interface JudgedFinding extends Finding {
  readonly action: Action;
  readonly rule: string;
}

/** What the dialog may offer. `edit` is always there. */
export type Choice = 'replace' | 'edit' | 'send-anyway' | 'justify';

/** What policy says about one attempt: each finding with its action, and the strongest one. */
export interface Verdict {
  readonly action: Action;
  readonly findings: readonly JudgedFinding[];
  /** Lists of people among them, where there are any. */
  readonly lists?: readonly JudgedList[];
  readonly choices: readonly Choice[];
  /** Messages of the rules that decided, verbatim and without repeats. */
  readonly messages: readonly string[];
  /** Why, where no finding says so. */
  readonly cause?: Cause;
}

export interface DecisionContext {
  /** The text that the findings' spans point into. */
  readonly text: string;
  readonly surface: Surface;
  /** False where a finding cannot be taken out (an image, an unreadable file, a call that cannot be rewritten). */
  readonly replaceable?: boolean;
}

/** From findings and their context to a verdict. Pure: same input, same verdict. */
export function decide(compiled: PolicyRules, findings: readonly Finding[], context: DecisionContext): Verdict {
  const known = findings.filter(({ detector }) => !compiled.disabled.has(detector));
  const judged = known.map((finding) => {
    const rule = ruleFor(compiled, finding, { ...context, findings: known });
    const action = softened(compiled, rule?.action ?? 'allow');
    return { ...finding, action, rule: rule?.id ?? 'none' };
  });
  const replaceable = context.replaceable ?? true;
  if (compiled.disabled.has(listDetector)) return verdictOf(compiled, judged, replaceable);
  const whole = { ...context, findings: known };
  const { findings: raised, lists } = judgeLists(judged, context.text, (list) => {
    const rule = ruleAmong(compiled.byDetector.get(listDetector) ?? [], list, whole);
    return rule && { action: softened(compiled, rule.action), rule: rule.id };
  });
  const verdict = verdictOf(compiled, raised, replaceable);
  return lists.length > 0 ? { ...verdict, lists } : verdict;
}

/** The verdict on bytes that cannot be read. */
export function decideUnreadable(compiled: PolicyRules): Verdict {
  return { ...verdictOf(compiled, [], false, softened(compiled, compiled.policy.unreadable)), cause: 'unreadable' };
}

/** The verdict on what is spoken, which nobody can read here. */
export function decideAudio(compiled: PolicyRules): Verdict {
  return { ...verdictOf(compiled, [], false, softened(compiled, compiled.policy.audio)), cause: 'audio' };
}

/** At least `floor`, for a reason that lies in no finding. What is stronger already stays as it is. */
export function raised(
  compiled: PolicyRules,
  verdict: Verdict,
  { action, cause, message }: { readonly action: Action; readonly cause: Cause; readonly message: string },
): Verdict {
  const floor = softened(compiled, action);
  if (strength(floor) <= strength(verdict.action)) return verdict;
  const messages = needsDecision(floor) ? [...verdict.messages, message] : verdict.messages;
  return { ...verdict, action: floor, choices: choicesFor(floor, false), cause, messages };
}

function verdictOf(
  { rules }: PolicyRules,
  findings: readonly JudgedFinding[],
  replaceable: boolean,
  floor: Action = 'allow',
): Verdict {
  const strongestAction = strongest([floor, ...findings.map(({ action }) => action)]);
  const action = strongestAction === 'redact' && !replaceable ? 'block' : strongestAction;
  const decisive = new Set(findings.filter((finding) => needsDecision(finding.action)).map(({ rule }) => rule));
  const messages = rules
    .filter(({ id, message }) => decisive.has(id) && message !== undefined)
    .map(({ message }) => message ?? '');
  return { action, findings, choices: choicesFor(action, replaceable), messages: [...new Set(messages)] };
}

function choicesFor(action: Action, replaceable: boolean): readonly Choice[] {
  const replace: readonly Choice[] = replaceable ? ['replace'] : [];
  switch (action) {
    case 'allow':
    case 'log':
      return [];
    case 'warn':
      return [...replace, 'edit', 'send-anyway'];
    case 'justify':
      return [...replace, 'edit', 'justify'];
    case 'redact':
      return [...replace, 'edit'];
    case 'block':
      return ['edit'];
  }
}

/** In `observe` nothing is held: what would have been is recorded. */
function softened({ policy }: PolicyRules, action: Action): Action {
  return policy.mode === 'observe' && needsDecision(action) ? 'log' : action;
}

interface FindingContext extends DecisionContext {
  readonly findings: readonly Finding[];
}

function ruleFor(compiled: PolicyRules, finding: Finding, context: FindingContext): PolicyRule | undefined {
  const kinds = [
    compiled.byDetector.get(finding.detector) ?? [],
    compiled.byCategory.get(finding.category) ?? [],
    compiled.general,
  ];
  for (const rules of kinds) {
    const rule = ruleAmong(rules, finding, context);
    if (rule) return rule;
  }
  return undefined;
}

function ruleAmong(rules: readonly PolicyRule[], finding: Finding, context: FindingContext): PolicyRule | undefined {
  const holding = rules.filter((rule) => holds(rule, finding, context));
  const ofGroup = holding.filter(({ when }) => when.group !== undefined);
  const [first, ...more] = ofGroup.length > 0 ? ofGroup : holding;
  return first && more.reduce((best, rule) => (strength(rule.action) > strength(best.action) ? rule : best), first);
}

function holds({ when }: PolicyRule, finding: Finding, context: FindingContext): boolean {
  if (!concerns(when, finding)) return false;
  if (when.surface !== undefined && when.surface !== context.surface) return false;
  return when.atLeast === undefined || distinctValues(when, context) >= when.atLeast;
}

function concerns(when: PolicyRule['when'], finding: Finding): boolean {
  if (when.detector !== undefined && when.detector !== finding.detector) return false;
  if (when.category !== undefined && when.category !== finding.category) return false;
  return when.severity === undefined || severities.indexOf(finding.severity) >= severities.indexOf(when.severity);
}

function distinctValues(when: PolicyRule['when'], { findings, text }: FindingContext): number {
  return new Set(
    findings.filter((other) => concerns(when, other)).map(({ start, end }) => text.slice(start, end).toLowerCase()),
  ).size;
}
