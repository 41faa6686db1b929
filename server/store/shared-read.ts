type Read<Answer> = (keys: readonly string[]) => Promise<ReadonlyMap<string, Answer>>;

/**
 * One read for all who ask while the one before is under way. Nothing is kept: each answer was read after its question came, so what
 * changes counts at once, and a crowd costs no more than its slowest read.
 */
export function sharedRead<Answer>(read: Read<Answer>): (key: string) => Promise<Answer | undefined> {
  let next: { readonly keys: Set<string>; readonly answers: Promise<ReadonlyMap<string, Answer>> } | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const gather = () => {
    const keys = new Set<string>();
    const answers = last.then(() => {
      next = undefined; // who asks from here on is answered by the read after this one
      return read([...keys]);
    });
    last = answers.catch(() => undefined); // who asked sees the error
    return { keys, answers };
  };
  return async (key) => {
    next ??= gather();
    next.keys.add(key);
    return (await next.answers).get(key);
  };
}
