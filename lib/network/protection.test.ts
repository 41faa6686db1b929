import { describe, expect, it } from 'vitest';
import { createCanaryPost, overallProtection, protectionOf } from './protection.ts';
import type { TabProtection } from './protection.ts';

const gates = { tried: ['fetch', 'xhr', 'beacon', 'image'], failed: [] } as const;
const stops: TabProtection = { page: 'stops', network: 'stops', reasons: [], gates };
const observes: TabProtection = { page: 'stops', network: 'observes', reasons: [], gates };
const failed = { ...gates, failed: ['beacon'] } as const;
const broken: TabProtection = { page: 'missing', network: 'observes', reasons: ['gates-missing'], gates: failed };

describe('overallProtection', () => {
  it('is never assumed: without a canary it is degraded', () => {
    expect(overallProtection([], [])).toMatchObject({ state: 'degraded', reasons: ['not-checked'] });
  });

  it('is enforced only where both rings stop', () => {
    expect(overallProtection([stops], []).state).toBe('enforced');
    expect(overallProtection([observes], []).state).toBe('page-only');
  });

  it('is as weak as the weakest tab', () => {
    expect(overallProtection([stops, observes, stops], []).state).toBe('page-only');
    expect(overallProtection([stops, broken, observes], [])).toMatchObject({
      state: 'degraded',
      reasons: ['gates-missing'],
      gates: { tried: gates.tried, failed: ['beacon'] },
    });
  });

  it('names what else is wrong', () => {
    expect(overallProtection([stops], ['policy-refused'])).toMatchObject({
      state: 'degraded',
      reasons: ['policy-refused'],
    });
  });
});

describe('protectionOf', () => {
  const checkIn = {
    nonce: '0'.repeat(32),
    triedWith: '1'.repeat(32),
    tried: ['fetch', 'xhr', 'beacon', 'image'] as const,
    missing: [],
    leaking: [],
    sitePack: 0,
  };
  const seen = { past: [], arrived: true, blocks: true } as const;
  const of = (changes: object, met: object = {}) =>
    protectionOf({ ...checkIn, tried: [...checkIn.tried], ...changes }, { ...seen, ...met });

  it('says of gates that all hold that the page stops', () => {
    expect(of({})).toEqual({ page: 'stops', network: 'stops', reasons: [], gates });
    expect(of({}, { blocks: false }).network).toBe('observes');
  });

  it('names a gate that nobody was asked at, and one that let its canary go', () => {
    expect(of({ missing: ['beacon'] })).toEqual({ ...broken, network: 'stops' });
    expect(of({ leaking: ['beacon'] })).toMatchObject({ page: 'missing', reasons: ['canary-leaked'], gates: failed });
  });

  it('believes the network gate where the page says that all is well', () => {
    expect(of({}, { past: ['beacon'] })).toMatchObject({ page: 'missing', reasons: ['canary-leaked'], gates: failed });
  });

  it.each([[[]], [['fetch', 'beacon']], [['xhr', 'beacon', 'image']]])(
    'has no gate where only %j were tried',
    (tried) => {
      expect(of({ tried })).toMatchObject({ page: 'missing', reasons: ['gates-missing'] });
    },
  );

  it('tells a network gate that saw nothing from page gates that do not hold', () => {
    expect(of({}, { arrived: false })).toMatchObject({ page: 'stops', network: 'missing', reasons: ['ring3-missing'] });
  });
});

describe('createCanaryPost', () => {
  const letGo = (nonce: string) => ({ nonce, gate: '' });

  it('knows a canary that came before it was asked for, and one that comes after', async () => {
    const post = createCanaryPost(50);
    post.seen(letGo('early'));
    expect(await post.wait('early')).toBe(true);
    const late = post.wait('late');
    post.seen(letGo('late'));
    expect(await late).toBe(true);
  });

  it('gives up on one that never comes', async () => {
    expect(await createCanaryPost(10).wait('lost')).toBe(false);
  });

  it('knows which gates a canary got past, and takes none of those for the one that was let go', async () => {
    const post = createCanaryPost(10);
    for (const gate of ['beacon', 'image', 'constructor']) post.seen({ nonce: 'tried', gate });
    expect(post.past('tried')).toEqual(['beacon', 'image']);
    expect(post.past('other')).toEqual([]);
    expect(await post.wait('tried')).toBe(false);
  });
});
