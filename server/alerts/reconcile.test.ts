import { expect, it } from 'vitest';
import { reconcile } from './reconcile.ts';
import type { Condition, StoredAlert } from './reconcile.ts';

const silent: Condition = { kind: 'silent-group', subject: 'sales', level: 'warning' };
const alarm: Condition = { ...silent, level: 'alarm' };

/** Goes through days, each with what holds then, and says what people are told on it. */
function told(steps: readonly (readonly [day: string, holding: readonly Condition[], acknowledge?: 'acknowledge'])[]) {
  let stored: readonly StoredAlert[] = [];
  return steps.map(([day, holding, acknowledge]) => {
    const { changed, news } = reconcile(stored, holding, day);
    const others = stored.filter(
      ({ kind, subject }) => !changed.some((one) => one.kind === kind && one.subject === subject),
    );
    stored = [...others, ...changed];
    if (acknowledge) stored = stored.map((alert) => ({ ...alert, acknowledgedBy: 'Robin', acknowledgedOn: day }));
    return news.map(({ alert, event }) => `${event} ${alert.level}`).join(', ');
  });
}

it('opens once, repeats once a day and closes', () => {
  const steps = told([
    ['2026-01-01', [silent]],
    ['2026-01-01', [silent]],
    ['2026-01-02', [silent]],
    ['2026-01-02', [silent]],
    ['2026-01-02', []],
    ['2026-01-03', []],
  ]);
  expect(steps).toEqual(['opened warning', '', 'still warning', '', 'closed warning', '']);
});

it('is silent once somebody took note, until it gets worse', () => {
  const steps = told([
    ['2026-01-01', [silent], 'acknowledge'],
    ['2026-01-02', [silent]],
    ['2026-01-02', [alarm]],
    ['2026-01-03', [alarm], 'acknowledge'],
    ['2026-01-04', [silent]],
    ['2026-01-05', []],
  ]);
  expect(steps).toEqual(['opened warning', '', 'raised alarm', 'still alarm', '', 'closed warning']);
});

it('does not come and go many times within a day', () => {
  const steps = told([
    ['2026-01-01', [silent]],
    ['2026-01-01', []],
    ['2026-01-01', [silent]],
    ['2026-01-01', []],
    ['2026-01-01', [silent]],
    ['2026-01-02', [silent]],
  ]);
  expect(steps).toEqual(['opened warning', 'closed warning', '', '', '', 'opened warning']);
});

it('keeps its identity while it is open, and its highest level', () => {
  const first = reconcile([], [alarm], '2026-01-01').changed;
  const second = reconcile(first, [silent], '2026-01-02').changed;
  expect(second).toMatchObject([{ id: first[0]!.id, since: '2026-01-01', level: 'warning', highest: 'alarm' }]);
  const closed = reconcile(second, [], '2026-01-03').changed;
  expect(closed).toMatchObject([{ id: first[0]!.id, closedOn: '2026-01-03' }]);
  const again = reconcile(closed, [silent], '2026-01-04').changed;
  expect(again).toMatchObject([{ since: '2026-01-04', closedOn: null, highest: 'warning' }]);
  expect(again[0]!.id).not.toBe(first[0]!.id);
  expect(reconcile(again, [silent], '2026-01-04')).toEqual({ changed: [], news: [] });
});

it('tells groups and kinds apart', () => {
  const legal: Condition = { ...silent, subject: 'legal' };
  const drift: Condition = { ...silent, kind: 'drift' };
  const { changed } = reconcile([], [silent, legal, drift], '2026-01-01');
  const { news } = reconcile(changed, [legal], '2026-01-01');
  expect(news.map(({ alert, event }) => [event, alert.kind, alert.subject])).toEqual([
    ['closed', 'silent-group', 'sales'],
    ['closed', 'drift', 'sales'],
  ]);
});
