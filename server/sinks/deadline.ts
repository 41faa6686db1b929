/**
 * A signal that aborts after so many milliseconds, or with `signal`. Not `AbortSignal.timeout`: joined with another by
 * `AbortSignal.any` it is held by nobody, and Node 20 forgets its end once the garbage collector has run.
 */
export function endsAfter(milliseconds: number, signal?: AbortSignal): AbortSignal {
  const own = new AbortController();
  const end = () => own.abort(new DOMException('the time is over', 'TimeoutError'));
  setTimeout(end, milliseconds).unref();
  return signal === undefined ? own.signal : AbortSignal.any([signal, own.signal]);
}
