import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { sinkEvents } from '../testing/sink-events.ts';
import { orderTo } from '../testing/sink-orders.ts';
import { startReceiver } from '../testing/receiver.ts';
import type { Receiver } from '../testing/receiver.ts';
import { Network, checkedAddresses } from './guard.ts';
import type { Address, Lookup } from './guard.ts';
import { webhook } from './webhook.ts';

const address = (text: string): Address => ({ address: text, family: text.includes(':') ? 6 : 4 });
const answering =
  (...texts: readonly string[]): Lookup =>
  () =>
    Promise.resolve(texts.map(address));
const { signal } = new AbortController();
const nothing: Lookup = () => Promise.reject(new Error('no such name'));

describe('the address guard', () => {
  it.each([
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['0.0.0.0', 'unspecified'],
    ['10.0.0.1', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.1', 'private'],
    ['100.64.0.1', 'carrier-grade translation'],
    ['169.254.169.254', 'link-local: the metadata of a cloud'],
    ['192.0.0.192', 'protocol assignments'],
    ['198.18.0.1', 'benchmarks'],
    ['203.0.113.1', 'documents'],
    ['224.0.0.1', 'multicast'],
    ['255.255.255.255', 'broadcast'],
    ['::', 'unspecified'],
    ['::1', 'loopback'],
    ['fe80::1', 'link-local'],
    ['fe80::1%eth0', 'link-local with a zone'],
    ['fc00::1', 'private'],
    ['fd12:3456::1', 'private'],
    ['ff02::1', 'multicast'],
    ['::ffff:127.0.0.1', 'IPv4-mapped'],
    ['::ffff:8.8.8.8', 'IPv4-mapped'],
    ['::ffff:a00:1', 'IPv4-mapped'],
    ['::127.0.0.1', 'IPv4-compatible'],
    ['64:ff9b::7f00:1', 'NAT64'],
    ['64:ff9b:1::1', 'NAT64'],
    ['2002:7f00:1::', '6to4'],
    ['2001:0:1::1', 'Teredo'],
    ['2001:db8::1', 'documents'],
  ])('refuses %s (%s), as an address and as what a name means', async (text) => {
    const rules = { encrypted: true, lookup: answering(text), signal };
    await expect(checkedAddresses(text, rules)).rejects.toThrow('address-refused');
    await expect(checkedAddresses(`[${text}]`, rules)).rejects.toThrow('address-refused');
    await expect(checkedAddresses('siem.example', rules)).rejects.toThrow('address-refused');
  });

  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::1'])(
    'lets %s through over TLS and not in plain text',
    async (text) => {
      expect(await checkedAddresses(text, { encrypted: true, lookup: nothing, signal })).toEqual([address(text)]);
      await expect(checkedAddresses(text, { encrypted: false, lookup: nothing, signal })).rejects.toThrow(
        'not-encrypted',
      );
    },
  );

  it('lets through what the administrator listed, and nothing beside it', async () => {
    const rules = {
      encrypted: false,
      allowedNetworks: ['10.1.0.0/16', 'fd00::/8', '127.0.0.1'],
      lookup: nothing,
      signal,
    };
    for (const text of ['10.1.255.255', 'fd12::1', '127.0.0.1']) {
      expect(await checkedAddresses(text, rules)).toEqual([address(text)]);
    }
    for (const text of ['10.2.0.1', '127.0.0.2', '::1', '::ffff:10.1.0.1', '::ffff:127.0.0.1', 'fe80::1']) {
      await expect(checkedAddresses(text, rules)).rejects.toThrow('address-refused');
    }
  });

  it('keeps of a mixed answer only what may be reached', async () => {
    const rules = { encrypted: true, lookup: answering('127.0.0.1', '8.8.8.8', '::1'), signal };
    expect(await checkedAddresses('siem.example', rules)).toEqual([address('8.8.8.8')]);
  });

  it('says when a name means nothing', async () => {
    await expect(checkedAddresses('siem.example', { encrypted: true, lookup: nothing, signal })).rejects.toThrow(
      'host-unknown',
    );
  });

  it('does not wait for a name server that never answers', async () => {
    const rules = { encrypted: true, lookup: () => new Promise<never>(() => undefined) };
    for (const stopped of [AbortSignal.abort(), AbortSignal.timeout(10)]) {
      await expect(checkedAddresses('siem.example', { ...rules, signal: stopped })).rejects.toThrow('timed-out');
    }
  });

  it('reads networks of both families and refuses what is none', () => {
    for (const good of ['10.0.0.0/8', '10.0.0.1', 'fd00::/8', '::1'])
      expect(Network.safeParse(good).success).toBe(true);
    for (const bad of ['', '10.0.0.0/33', '10.0.0/8', 'fd00::/129', 'example.org', 'fe80::1%eth0', '10.0.0.0/8/8']) {
      expect(Network.safeParse(bad).success).toBe(false);
    }
  });
});

describe('a connection', () => {
  let receiver: Receiver;
  afterEach(() => receiver.close());
  const secret = randomBytes(32).toString('base64');
  const events = [sinkEvents['replaced']!];

  it('goes to the address that was checked, whatever the name means a moment later', async () => {
    receiver = await startReceiver(() => ({ status: 204 }));
    let asked = 0;
    const rebinding: Lookup = () => {
      asked += 1;
      return Promise.resolve([address(asked === 1 ? '127.0.0.1' : '127.0.0.2')]);
    };
    const order = orderTo(
      { url: `http://siem.example:${receiver.port}/`, format: 'sluice', allowedNetworks: ['127.0.0.1'] },
      { secret },
    );
    const many = Object.values(sinkEvents);
    const delivered = await webhook.send(many, { ...order, lookup: rebinding });
    expect(delivered.every(({ verdict }) => verdict === 'accepted')).toBe(true);
    expect(receiver.received).toHaveLength(many.length);
    expect(asked).toBe(1);
    // The next batch asks again, gets the other address, and is refused before a connection.
    await expect(webhook.send(many, { ...order, lookup: rebinding })).rejects.toThrow('address-refused');
    expect(receiver.received).toHaveLength(many.length);
  });

  it('is not made to a name that means loopback, however it is written', async () => {
    receiver = await startReceiver(() => ({ status: 204 }));
    for (const host of ['localhost', '127.1', '0x7f000001', '2130706433', '[::ffff:127.0.0.1]', '127.0.0.1']) {
      const url = `http://${host}:${receiver.port}/`;
      const order = orderTo({ url, format: 'sluice', allowedNetworks: [] }, { secret });
      await expect(webhook.send(events, order)).rejects.toThrow('address-refused');
    }
    expect(receiver.received).toEqual([]);
  });

  it('does not follow a redirect', async () => {
    const elsewhere = await startReceiver(() => ({ status: 204 }));
    receiver = await startReceiver(() => ({ status: 307, headers: { Location: elsewhere.url } }));
    const order = orderTo({ url: receiver.url, format: 'sluice' }, { secret });
    expect(await webhook.send(events, order)).toEqual([{ verdict: 'again', problem: 'redirected' }]);
    expect(elsewhere.received).toEqual([]);
    await elsewhere.close();
  });
});
