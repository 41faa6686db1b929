import { readOidcOptions } from './auth/oidc-options.ts';
import { logToStandardError } from './log.ts';
import { startEndpoint } from './main.ts';
import type { Endpoint } from './main.ts';
import { readOptions } from './options.ts';
import { EndpointProblem } from './problem.ts';

/** Prints one line of JSON when the endpoint is ready, and runs until it is told to stop. */
async function run(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env);
  const endpoint = await startEndpoint({ ...options, oidc: readOidcOptions(process.env) });
  const { url, consoleUrl, setupUrl, joinCode, enrollmentToken, policyRootKeys } = endpoint;
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    logToStandardError('endpoint-stopping');
    void endpoint.close().then(() => process.exit(0), fail);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  if (options.tls !== undefined) process.on('SIGHUP', () => renewTls(endpoint));
  process.stdout.write(`${JSON.stringify({ url, consoleUrl, setupUrl, joinCode, enrollmentToken, policyRootKeys })}\n`);
}

/** A mistake in the new files leaves the old ones in use. */
function renewTls(endpoint: Endpoint): void {
  try {
    endpoint.renewTls();
  } catch (error) {
    const known = error instanceof EndpointProblem;
    process.stderr.write(`${known ? error.message : 'The certificate was not renewed.'}\n`);
  }
}

function fail(error: unknown): void {
  const known = error instanceof EndpointProblem;
  process.stderr.write(`${known ? error.message : 'The endpoint failed.'}\n`);
  if (!known) process.stderr.write(`${error instanceof Error ? (error.stack ?? error.name) : 'unknown'}\n`);
  process.exit(known ? error.exitCode : 1);
}

run().catch(fail);
