import { describe, expect, it } from 'vitest';
import { createCanaryPost, overallProtection } from './protection.ts';
import type { TabProtection } from './protection.ts';

const stops: TabProtection = { page: 'stops', network: 'stops', reasons: [] };
const observes: TabProtection = { page: 'stops', network: 'observes', reasons: [] };
const broken: TabProtection = { page: 'missing', network: 'observes', reasons: ['gates-missing'] };

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
    });
  });

  it('names what else is wrong', () => {
    expect(overallProtection([stops], ['policy-refused'])).toMatchObject({
      state: 'degraded',
      reasons: ['policy-refused'],
    });
  });
});

describe('createCanaryPost', () => {
  it('knows a canary that came before it was asked for, and one that comes after', async () => {
    const post = createCanaryPost(50);
    post.seen('early');
    expect(await post.wait('early')).toBe(true);
    const late = post.wait('late');
    post.seen('late');
    expect(await late).toBe(true);
  });

  it('gives up on one that never comes', async () => {
    expect(await createCanaryPost(10).wait('lost')).toBe(false);
  });
});
