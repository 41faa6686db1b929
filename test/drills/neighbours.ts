import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';

export const orgId = 'trial';

const id = z.int();
/** What a process of the drill is told to do at once; what it does by itself goes on beside it. */
export const Order = z.discriminatedUnion('do', [
  z.strictObject({ id, do: z.literal('tidy') }),
  z.strictObject({ id, do: z.literal('deliver') }),
  z.strictObject({ id, do: z.literal('advance'), milliseconds: z.number() }),
  z.strictObject({ id, do: z.literal('publish'), author: z.string() }),
  z.strictObject({ id, do: z.literal('add-sink'), draft: z.unknown() }),
]);
export type Order = z.infer<typeof Order>;

const Answer = z.strictObject({ id, result: z.optional(z.string()), problem: z.optional(z.string()) });
export type Answer = z.infer<typeof Answer>;

const Ready = z.strictObject({ url: z.string(), token: z.string() });

type Told<One> = One extends unknown ? Omit<One, 'id'> : never;

export interface Neighbour extends z.infer<typeof Ready> {
  tell(order: Told<Order>): Promise<string>;
  /** Its exit code. */
  stop(): Promise<number | null>;
}

/** Starts an endpoint in a process of its own, its clock that much ahead. Several may share the folder and the database. */
export async function startNeighbour(dataDir: string, databaseUrl: string, ahead: number): Promise<Neighbour> {
  const { DATABASE_URL: _ignored, ...env } = process.env;
  const script = fileURLToPath(new URL('neighbour.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir, databaseUrl, String(ahead)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env,
  });
  const waiting = new Map<
    number,
    { readonly resolve: (result: string) => void; readonly reject: (error: Error) => void }
  >();
  const answered = (of: number) => new Promise<string>((resolve, reject) => waiting.set(of, { resolve, reject }));
  child.on('message', (message) => {
    const { id: of, result, problem } = Answer.parse(message);
    if (problem === undefined) waiting.get(of)?.resolve(result ?? '');
    else waiting.get(of)?.reject(new Error(problem));
    waiting.delete(of);
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  void ended.then((code) => {
    for (const { reject } of waiting.values()) reject(new Error(`the process ended with ${code ?? 'a signal'}`));
  });
  const { url, token } = Ready.parse(JSON.parse(await answered(0)));
  let orders = 0;
  return {
    url,
    token,
    tell(order) {
      orders += 1;
      const answer = answered(orders);
      child.send({ ...order, id: orders });
      return answer;
    },
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
