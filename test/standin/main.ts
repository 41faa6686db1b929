/**
 * Serves the stand-in until it is told to stop, and prints one line of JSON: `{"port","spki","args"}`.
 * `node --import tsx test/standin/main.ts --port 0`
 */
import { parseArgs } from 'node:util';
import { startStandin } from './server.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
const standin = await startStandin({}, Number(values.port));
process.stdout.write(`${JSON.stringify({ port: standin.port, spki: standin.spki, args: standin.chromiumArgs() })}\n`);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void standin.close());
