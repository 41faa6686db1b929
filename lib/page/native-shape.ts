import {
  NativeProxy,
  applyTo,
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

/** Makes gated functions read as native code; call once, after the gates are in place. */
export function hideGates(): void {
  replaceNative(functionPrototype, 'toString', (_native, receiver) => {
    const original = typeof receiver === 'function' ? (mapGet(originals, receiver) as object | undefined) : undefined;
    return applyTo(functionToString, original ?? receiver, []);
  });
}
