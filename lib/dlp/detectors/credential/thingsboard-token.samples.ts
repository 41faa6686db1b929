import type { Samples } from '../../types.ts';

const body = ['q7Wz9Kp3', 'Lt5YbR8n', 'X2cV6mJd'].join('').repeat(9); // built here so that no token-like literal is committed
export default {
  hits: [
    `https://iot.corp.test/api/v1/${body.slice(0, 20)}/telemetry`,
    `coap://iot.corp.test/api/v1/${body.slice(0, 20)}/attributes`,
    `curl host/api/v1/${body.slice(0, 20)}/rpc`,
  ],
  misses: [
    `/api/v1/${body.slice(0, 20)}/users`,
    '/api/v1/$ACCESS_TOKEN/telemetry',
    `/api/v2/${body.slice(0, 20)}/telemetry`,
  ],
} satisfies Samples;
