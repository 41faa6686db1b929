import {
  NativeProxy,
  applyTo,
  constructOf,
  defineProperty,
  describeProperty,
  functionPrototype,
  functionToString,
  mapGet,
  mapSet,
} from './captured.ts';

type Native = (...args: unknown[]) => unknown;

const originals = new WeakMap<object, object>();

/**
 * Puts a function in the place of `owner[name]` that runs `handle` and otherwise reads as the native one: same name, length and
 * property flags, and the same text from `Function.prototype.toString`.
 */
export function replaceNative(
  owner: object,
  name: string,
  handle: (native: Native, receiver: unknown, args: unknown[]) => unknown,
): void {
  const described = describeProperty(owner, name);
  const native = described?.value as Native | undefined;
  if (!described || typeof native !== 'function') return;
  const traps = {
    __proto__: null,
    apply: (target: typeof native, receiver: unknown, args: unknown[]) => handle(target, receiver, args),
  };
  const gated = new NativeProxy(native, traps);
  mapSet(originals, gated, native);
  defineProperty(owner, name, { __proto__: null, ...described, value: gated } as PropertyDescriptor);
}

/**
 * Puts a constructor in the place of `owner[name]` that runs `make` and otherwise reads as the native one, from its prototype too.
 * `native` makes the real thing.
 */
export function replaceConstructor(
  owner: object,
  name: string,
  make: (native: (args: unknown[]) => object, args: unknown[]) => object,
): void {
  const described = describeProperty(owner, name);
  const native = described?.value as (new (...args: unknown[]) => object) | undefined;
  if (!described || typeof native !== 'function') return;
  const gated: object = new NativeProxy(native, {
    __proto__: null,
    construct: (target: typeof native, args: unknown[], newTarget: never) =>
      make((given) => constructOf(target, given, newTarget), args),
  } as ProxyHandler<typeof native>);
  mapSet(originals, gated, native);
  defineProperty(owner, name, { __proto__: null, ...described, value: gated } as PropertyDescriptor);
  const own = describeProperty(native.prototype as object, 'constructor');
  if (own?.configurable === true)
    defineProperty(native.prototype as object, 'constructor', {
      __proto__: null,
      ...own,
      value: gated,
    } as PropertyDescriptor);
}

/** Puts a setter in the place of that of `owner[name]`; `set` is the native one, for `handle` to call when it may. */
export function replaceSetter(
  owner: object,
  name: string,
  handle: (set: (value: unknown) => void, value: unknown, receiver: object) => void,
): void {
  const described = describeProperty(owner, name);
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its receiver below
  const native = described?.set as Native | undefined;
  if (!described || !native) return;
  const gated = new NativeProxy(native, {
    __proto__: null,
    apply: (target: typeof native, receiver: object, args: unknown[]) =>
      handle((value) => void applyTo(target, receiver, [value]), args[0], receiver),
  } as ProxyHandler<typeof native>);
  mapSet(originals, gated, native);
  defineProperty(owner, name, { __proto__: null, ...described, set: gated } as PropertyDescriptor);
}

/** Makes gated functions read as native code; call once, after the gates are in place. */
export function hideGates(): void {
  replaceNative(functionPrototype, 'toString', (_native, receiver) => {
    const original = typeof receiver === 'function' ? (mapGet(originals, receiver) as object | undefined) : undefined;
    return applyTo(functionToString, original ?? receiver, []);
  });
}
