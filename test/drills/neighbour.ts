import { openKeys } from '../../server/keys/key-folder.ts';
import { tidy } from '../../server/housekeeping.ts';
import { startEndpoint } from '../../server/main.ts';
import { deliverRound, newWorker } from '../../server/sinks/deliver.ts';
import { addSink } from '../../server/sinks/manage.ts';
import { openPostgresql } from '../../server/store/postgresql.ts';
import { builtInPolicy } from '../../lib/policy/built-in.ts';
import { Order, orgId } from './neighbours.ts';
import type { Answer } from './neighbours.ts';

// One endpoint of several, in a process of its own: the real one, with a clock and rounds that its parent orders.

const [dataDir = '', databaseUrl = '', started = ''] = process.argv.slice(2);
let ahead = Number(started);
const clock = () => Date.now() + ahead;
const log = (event: string, details?: object) => {
  if (event.endsWith('-failed')) process.stderr.write(`${JSON.stringify({ event, ...details })}\n`);
};

const endpoint = await startEndpoint({ dataDir, databaseUrl, orgId, port: 0, clock, log });
// A second connection for what is ordered: each round is then as foreign to this process's own as to another's.
const db = openPostgresql(databaseUrl, log);
const workings = { db, keys: openKeys(`${dataDir}/keys`, { orgId, clock }), orgId, clock, log };
const worker = newWorker();

async function obey(order: Order): Promise<string> {
  switch (order.do) {
    case 'tidy':
      await tidy(workings);
      return '';
    case 'deliver':
      await deliverRound(workings, worker, new AbortController().signal);
      return '';
    case 'advance':
      ahead += order.milliseconds;
      return '';
    case 'publish': {
      const { epoch, seq } = await endpoint.publishPolicy(builtInPolicy, {
        author: order.author,
        approver: 'B. Approver',
      });
      return `${epoch}.${seq}`;
    }
    case 'add-sink':
      return JSON.stringify(await addSink(workings, order.draft));
  }
}

process.on('message', (message) => {
  const order = Order.parse(message);
  const answer = (given: Omit<Answer, 'id'>) => void process.send?.({ id: order.id, ...given } satisfies Answer);
  obey(order).then(
    (result) => answer({ result }),
    (error: unknown) => answer({ problem: error instanceof Error ? (error.stack ?? error.name) : 'unknown' }),
  );
});
process.on('disconnect', () => process.exit(1)); // a drill that failed leaves nobody behind
process.on('SIGTERM', () => void Promise.all([endpoint.close(), db.close()]).then(() => process.exit(0)));
process.send?.({ id: 0, result: JSON.stringify({ url: endpoint.url, token: endpoint.enrollmentToken }) });
