import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Storage } from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { MembershipFields } from '../contract/membership.ts';
import { createItem, readerOf } from './items.ts';

const area = fakeBrowser.storage.local as unknown as Storage.StorageArea;
const membership: MembershipFields = {
  by: 'joined',
  url: 'https://endpoint.example',
  orgId: 'trial',
  token: 'x'.repeat(20),
  rootKeys: 'a:b',
};

beforeEach(() => {
  fakeBrowser.reset();
});

function setUp() {
  const onCorrupt = vi.fn();
  return { onCorrupt, item: createItem({ area, key: 'membership', schema: MembershipFields, onCorrupt }) };
}

describe('a stored item', () => {
  it.each([
    ['another type', 3],
    ['a missing field', { ...membership, url: undefined }],
    ['an unknown key', { ...membership, prompt: 'hello' }],
    ['an array', []],
  ])('of %s is reported once, removed and read as absent', async (_what, stored) => {
    const { item, onCorrupt } = setUp();
    await area.set({ membership: stored });
    expect(await item.get()).toBeUndefined();
    expect(await item.get()).toBeUndefined();
    expect(onCorrupt.mock.calls).toEqual([['membership']]);
    expect(await area.get('membership')).toEqual({});
  });

  it('comes back as it was stored, until it is removed', async () => {
    const { item, onCorrupt } = setUp();
    expect(await item.get()).toBeUndefined();
    await item.set(membership);
    expect(await item.get()).toEqual(membership);
    await item.remove();
    expect(await item.get()).toBeUndefined();
    expect(onCorrupt).not.toHaveBeenCalled();
  });

  it('can be read by a guard', async () => {
    const onCorrupt = vi.fn();
    const schema = readerOf((value): value is number => typeof value === 'number');
    const item = createItem({ area, key: 'times', schema, onCorrupt });
    await item.set(0);
    expect(await item.get()).toBe(0);
    await area.set({ times: 'soon' });
    expect(await item.get()).toBeUndefined();
    expect(onCorrupt).toHaveBeenCalledOnce();
  });
});
