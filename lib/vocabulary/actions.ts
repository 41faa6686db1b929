/** What policy does about a finding, from weak to strong. */
export const actions = ['allow', 'log', 'warn', 'justify', 'redact', 'block'] as const;
export type Action = (typeof actions)[number];

/** The rank of an action: a larger number is stronger. */
export function strength(action: Action): number {
  return actions.indexOf(action);
}

/** The strongest of several actions; `allow` when there are none. */
export function strongest(list: Iterable<Action>): Action {
  let best: Action = 'allow';
  for (const action of list) if (strength(action) > strength(best)) best = action;
  return best;
}

/** True where a person has to be asked or stopped: `warn` and above. */
export function needsDecision(action: Action): boolean {
  return strength(action) >= strength('warn');
}

/** What the person then did, or what happened to the attempt. */
export const outcomes = [
  'sent-clean', // logged only, nobody was asked
  'replaced', // every finding of `warn` and above was replaced
  'edited', // went back to edit
  'sent-anyway', // allowed by `warn`
  'justified', // allowed by `justify`, with a reason
  'blocked', // stopped, no way round
  'refused', // held by ring 2 or 3 and not released
  'observed', // ring 3 saw it and could not stop it
  'unchecked', // an outage of our own, and policy lets such calls pass
  'abandoned', // the dialog never closed: a crash or a closed tab
] as const;
export type Outcome = (typeof outcomes)[number];

/** The closed list of reasons that `justify` accepts. */
export const justifications = ['test-data', 'already-public', 'needed-for-task', 'not-sensitive'] as const;
export type Justification = (typeof justifications)[number];
