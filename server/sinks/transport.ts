import { errorCode } from '../problem.ts';
import { SinkProblem } from './sink.ts';
import type { Problem } from './sink.ts';

const byCode: Readonly<Record<string, Problem>> = {
  ENOTFOUND: 'host-unknown',
  EAI_AGAIN: 'host-unknown',
  ECONNREFUSED: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  ETIMEDOUT: 'timed-out',
  ABORT_ERR: 'timed-out',
  EPROTO: 'tls-failed',
};

/** OpenSSL's names of what is wrong with a certificate. */
const certificateCodes = /CERT|UNABLE_TO_|_CRL|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE)|PATH_LENGTH/;

/** The closed word for an error of a socket. */
export function problemOf(error: unknown): Problem {
  if (error instanceof SinkProblem) return error.problem;
  if (error instanceof Error && ['AbortError', 'TimeoutError'].includes(error.name)) return 'timed-out';
  if (error instanceof AggregateError) return problemOf(error.errors[0]); // one for each address
  const code = errorCode(error);
  const known = byCode[code];
  if (known !== undefined) return known;
  if (certificateCodes.test(code)) return 'certificate-refused';
  return code.startsWith('ERR_SSL') ? 'tls-failed' : 'connection-lost';
}
