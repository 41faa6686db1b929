import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

const good = ['--port', '0', '--data', 'x'];

describe('the options of the endpoint', () => {
  it('stand in the environment too, and the command line wins', () => {
    const environment = {
      SLUICE_PORT: '1',
      SLUICE_DATA: 'data',
      SLUICE_HOST: '0.0.0.0',
      SLUICE_PUBLIC_URL: 'https://sluice.example',
      SLUICE_ORG: 'acme',
      SLUICE_TLS_CERT: 'cert.pem',
      SLUICE_TLS_KEY: 'key.pem',
      SLUICE_METRICS_PORT: '9100',
      DATABASE_URL: 'postgres://db/sluice',
      HOME: '/root',
    };
    const expected = {
      port: 1,
      dataDir: 'data',
      host: '0.0.0.0',
      publicUrl: 'https://sluice.example',
      orgId: 'acme',
      tls: { cert: 'cert.pem', key: 'key.pem' },
      metricsPort: 9100,
      trustedProxies: undefined,
      databaseUrl: 'postgres://db/sluice',
    };
    expect(readOptions([], environment)).toEqual(expected);
    expect(readOptions([...good, '--org', 'other'], environment)).toEqual({
      ...expected,
      port: 0,
      dataDir: 'x',
      orgId: 'other',
    });
    expect(readOptions(good, { SLUICE_HOST: '', SLUICE_TLS_CERT: '' })).toMatchObject({
      host: undefined,
      tls: undefined,
    });
  });

  it('are read strictly: one sentence for each mistake', () => {
    const cases: readonly [args: string[], environment: Record<string, string>, sentence: string][] = [
      [good, { SLUICE_COLOUR: 'red' }, 'The variable SLUICE_COLOUR is unknown. '],
      [[], { SLUICE_PORT: '1' }, '--data needs a folder. '],
      [good, { SLUICE_PUBLIC_URL: 'http://sluice.example' }, '--public-url needs an https address'],
      [[...good, '--tls-cert', 'c'], {}, '--tls-cert and --tls-key belong together. '],
      [good, { SLUICE_TLS_KEY: 'k' }, '--tls-cert and --tls-key belong together. '],
      ...['proxy.example', '10.0.0.0/33', '0.0.0.0/0', '10.0.0.0/', '10.0.0.0/8/8', '::/1', 'fe80::1%eth0'].map(
        (list): [string[], Record<string, string>, string] => [
          [...good, '--trusted-proxies', list],
          {},
          '--trusted-proxies needs addresses or networks of your proxies',
        ],
      ),
      [[...good, '--metrics-port', '70000'], {}, '--metrics-port needs a number from 0 to 65535. '],
    ];
    for (const [args, environment, sentence] of cases) expect(() => readOptions(args, environment)).toThrow(sentence);
  });

  it('open no address to a network without TLS here or in front', () => {
    const on =
      (...args: readonly string[]) =>
      () =>
        readOptions([...good, '--host', ...args], {});
    for (const host of ['0.0.0.0', '::', '192.0.2.1', 'sluice.example', '::ffff:192.0.2.1', '127.example']) {
      expect(on(host), host).toThrow('--host names an open address');
      expect(on(host, '--public-url', 'http://localhost:1'), host).toThrow('--host names an open address');
      expect(on(host, '--public-url', 'https://sluice.example')).not.toThrow();
      expect(on(host, '--tls-cert', 'c', '--tls-key', 'k')).not.toThrow();
    }
    for (const host of ['127.0.0.1', '127.1.2.3', '::1', 'localhost']) expect(on(host), host).not.toThrow();
  });
});
