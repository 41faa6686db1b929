import { afterEach, expect, it } from 'vitest';
import { makeCertificate } from '../testing/certificate.ts';
import { startMailReceiver } from '../testing/mail-receiver.ts';
import type { MailReceiver, MailReceiverOptions } from '../testing/mail-receiver.ts';
import { orderTo } from '../testing/sink-orders.ts';
import type { Notice } from './channel.ts';
import { mail } from './mail.ts';

const certificate = makeCertificate();
const user = { name: 'sluice', password: 'open-sesame' };
const origin = { orgId: 'trial', page: 'https://sluice.example/alerts' };
const notices: readonly Notice[] = [
  {
    id: '1b4e28ba-2fa1-41d2-883f-0016d3cca427',
    alertId: '2b4e28ba-2fa1-41d2-883f-0016d3cca427',
    kind: 'silent-group',
    level: 'alarm',
    event: 'opened',
    group: 'sales',
    since: '2026-11-24',
  },
  {
    id: '3b4e28ba-2fa1-41d2-883f-0016d3cca427',
    alertId: '4b4e28ba-2fa1-41d2-883f-0016d3cca427',
    kind: 'many-overrides',
    level: 'warning',
    event: 'closed',
    since: '2026-11-20',
  },
];
const accepted = notices.map(() => ({ verdict: 'accepted' }));
const again = (problem: string) => notices.map(() => ({ verdict: 'again', problem }));

let receiver: MailReceiver;
afterEach(() => receiver.close());

async function sendTo(options: MailReceiverOptions, settings: object = {}, secret?: string) {
  receiver = await startMailReceiver({ certificate, ...options });
  const { security } = options;
  const own = { host: 'localhost', port: receiver.port, security, ca: certificate.cert };
  const all = { ...own, from: 'sluice@example.org', to: 'security@example.org', ...settings };
  return mail.send(notices, origin, orderTo(all, { timeout: 5_000, ...(secret === undefined ? {} : { secret }) }));
}

it.each(['starttls', 'tls'] as const)('sends one mail over %s, signed in, in plain words', async (security) => {
  expect(await sendTo({ security, user }, { username: user.name }, user.password)).toEqual(accepted);
  expect(receiver.received).toMatchObject([
    { from: 'sluice@example.org', to: ['security@example.org'], encrypted: true, user: user.name },
  ]);
  const { text } = receiver.received[0]!;
  expect(text).toContain('Subject: Sluice: Alarm: Too few browsers are heard (sales), and more');
  expect(text).toContain('Auto-Submitted: auto-generated');
  const body = text.slice(text.indexOf('\r\n\r\n')).replaceAll('\r\n', '\n').trim();
  expect(body).toBe(
    `Sluice of the organisation trial has something to tell.

Alarm: Too few browsers are heard (sales)
Group: sales
Since: 2026-11-24
Now: it began

Over: People override warnings much more often than before
Since: 2026-11-20
Now: it is over

The console shows all that is open:
https://sluice.example/alerts

This mail names no person, no browser and no number.
Who gets it, and for which alerts, is set in the console.`,
  );
});

it('says nothing to a server that offers no TLS, or another name’s certificate, or one that nobody vouches for', async () => {
  expect(await sendTo({ security: 'none' }, { security: 'starttls' })).toEqual(again('tls-failed'));
  expect(receiver.received).toEqual([]);
  await receiver.close();
  for (const security of ['starttls', 'tls'] as const) {
    const other = makeCertificate('elsewhere.example');
    expect(await sendTo({ security, certificate: other }, { ca: other.cert })).toEqual(again('certificate-refused'));
    expect(receiver.received).toEqual([]);
    await receiver.close();
    expect(await sendTo({ security }, { ca: undefined })).toEqual(again('certificate-refused'));
    expect(receiver.received).toEqual([]);
    await receiver.close();
  }
  expect(await sendTo({ security: 'none' }, { security: 'tls' })).not.toEqual(accepted);
  expect(receiver.received).toEqual([]);
});

it('goes to a listed network alone, and without TLS only there', async () => {
  await expect(sendTo({ security: 'starttls' }, { allowedNetworks: [] })).rejects.toThrow('address-refused');
  await receiver.close();
  expect(await sendTo({ security: 'none' })).toEqual(accepted);
  expect(receiver.received).toMatchObject([{ encrypted: false }]);
  await receiver.close();
  const public4 = () => Promise.resolve([{ address: '192.0.9.9', family: 4 } as const]);
  const settings = { host: 'mail.example', port: 25, security: 'none', from: 'a@b.example', to: 'c@d.example' };
  receiver = await startMailReceiver({ security: 'none' });
  await expect(mail.send(notices, origin, { ...orderTo(settings), lookup: public4 })).rejects.toThrow('not-encrypted');
});

it('tries again what the server may take later, and gives up what it finds wrong', async () => {
  expect(await sendTo({ security: 'starttls', refuse: () => ({ responseCode: 451 }) })).toEqual(again('overloaded'));
  await receiver.close();
  const rejected = notices.map(() => ({ verdict: 'rejected', problem: 'refused' }));
  expect(await sendTo({ security: 'starttls', refuse: () => ({ responseCode: 554 }) })).toEqual(rejected);
  await receiver.close();
  expect(await sendTo({ security: 'starttls', user }, { username: user.name }, 'wrong')).toEqual(again('unauthorised'));
  await receiver.close();
  expect(await sendTo({ security: 'starttls', user })).toEqual(again('unauthorised'));
  await receiver.close();
  receiver = await startMailReceiver({ security: 'starttls', certificate });
  const port = receiver.port;
  await receiver.close();
  const settings = { host: 'localhost', port, security: 'tls', from: 'a@b.example', to: 'c@d.example' };
  await expect(mail.send(notices, origin, orderTo(settings))).rejects.toThrow('unreachable');
});

it('takes one plain address each, and no password that would go in the clear or to nobody', async () => {
  receiver = await startMailReceiver({ security: 'none' });
  const good = { host: 'mail.example', port: 587, security: 'starttls', from: 'a@b.example', to: 'c@d.example' };
  expect(mail.misfit(good, undefined)).toBeUndefined();
  expect(mail.misfit({ ...good, username: 'u' }, 'p')).toBeUndefined();
  expect(mail.misfit({ ...good, username: 'u' }, undefined)).toBe('secret-needed');
  expect(mail.misfit(good, 'p')).toBe('bad-settings');
  expect(mail.misfit({ ...good, username: 'u', security: 'none' }, 'p')).toBe('bad-settings');
  for (const to of [
    'a@b.example, c@d.example',
    'A <a@b.example>',
    'a@b\r\nBcc: x@y.example',
    '"a b"@c.example',
    'a',
    '',
  ])
    expect([to, mail.misfit({ ...good, to }, undefined)]).toEqual([to, 'bad-settings']);
  for (const host of ['http://mail.example', 'a b', ''])
    expect([host, mail.misfit({ ...good, host }, undefined)]).toEqual([host, 'bad-settings']);
  expect(mail.misfit({ ...good, connection: {} }, undefined)).toBe('bad-settings');
});
