// Says by its exit code whether the endpoint of this container answers. Plain and without dependencies.
import { get as getPlain } from 'node:http';
import { get as getSecure } from 'node:https';

const secure = Boolean(process.env.SLUICE_TLS_CERT);
const url = `${secure ? 'https' : 'http'}://127.0.0.1:${process.env.SLUICE_PORT}/healthz`;
// The certificate is for the public name, not for this address; nothing but the status is read.
const request = (secure ? getSecure : getPlain)(url, { rejectUnauthorized: false, timeout: 4_000 }, ({ statusCode }) =>
  process.exit(statusCode === 200 ? 0 : 1),
);
request.on('timeout', () => request.destroy());
request.on('error', () => process.exit(1));
