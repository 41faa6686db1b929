import type { Storage } from 'webextension-polyfill';

/** Whatever reads an unknown value: a schema. */
export interface Reader<T> {
  readonly safeParse: (value: unknown) => { readonly success: true; readonly data: T } | { readonly success: false };
}

/** One value in the browser's storage, read through its schema. A bad value is reported, removed, and read as absent. */
export interface Item<T> {
  readonly get: () => Promise<T | undefined>;
  readonly set: (value: T) => Promise<void>;
  readonly remove: () => Promise<void>;
}

export interface ItemOptions<T> {
  readonly area: Storage.StorageArea;
  readonly key: string;
  readonly schema: Reader<T>;
  readonly onCorrupt: (key: string) => void;
}

export function createItem<T>({ area, key, schema, onCorrupt }: ItemOptions<T>): Item<T> {
  const remove = () => area.remove(key);
  return {
    remove,
    set: (value) => area.set({ [key]: value }),
    async get() {
      const stored = (await area.get(key))[key];
      if (stored === undefined) return undefined;
      const parsed = schema.safeParse(stored);
      if (parsed.success) return parsed.data;
      onCorrupt(key);
      await remove();
      return undefined;
    },
  };
}

/** Reads by a guard of our own, where a schema would be too much. */
export function readerOf<T>(isValue: (value: unknown) => value is T): Reader<T> {
  return { safeParse: (value) => (isValue(value) ? { success: true, data: value } : { success: false }) };
}

/** A value that is gone when the worker stops, for where the browser has no session storage. */
export function createMemoryItem<T>(): Item<T> {
  let kept: T | undefined;
  return {
    get: () => Promise.resolve(kept),
    set(value) {
      kept = value;
      return Promise.resolve();
    },
    remove() {
      kept = undefined;
      return Promise.resolve();
    },
  };
}
