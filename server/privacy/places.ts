/** A value is shown of fewer people in no place: each value of the cube has this many behind it, or is hidden. */
export const fewestPeople = 5;

/** Where a value of a day stands in the cube. A line is an action with a rule. A closed union: it is stored. */
export const levels = ['total', 'action', 'line', 'group', 'cell'] as const;
export type Level = (typeof levels)[number];

/** One value's place; names that its level does not use are empty. The empty group of a cell stands for "no group". */
export interface Place {
  readonly level: Level;
  readonly action: string;
  readonly rule: string;
  readonly group: string;
}

export type CellName = Pick<Place, 'action' | 'rule' | 'group'>;

/** The five values that an incident in this cell counts for. */
export function placesOf({ action, rule, group }: CellName): Readonly<Record<Level, Place>> {
  return {
    total: { level: 'total', action: '', rule: '', group: '' },
    action: { level: 'action', action, rule: '', group: '' },
    line: { level: 'line', action, rule, group: '' },
    group: { level: 'group', action: '', rule: '', group },
    cell: { level: 'cell', action, rule, group },
  };
}

/** One text per place. */
export function scopeOf({ level, action, rule, group }: Place): string {
  return JSON.stringify([level, action, rule, group]);
}
