import { Secret, TOTP } from 'otpauth';
import { InviteReply, SetupSecret } from '../console-api/contract.ts';
import type { Role } from '../vocabulary.ts';
import type { Send } from './browser.ts';

/** What a page of the console sends with each call. */
export const ownHeaders = { 'x-sluice': '1', 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };

export const goodPassword = 'violet-harbour-ninety';

/** A person at the console: keeps the cookie, and has an authenticator app. */
export class ConsoleVisitor {
  readonly send: Send;
  readonly now: () => number;
  cookie = '';
  secret = '';

  constructor(send: Send, now: () => number = Date.now) {
    this.send = send;
    this.now = now;
  }

  async call(method: string, path: string, body?: unknown, headers: Record<string, string> = ownHeaders) {
    const response = await this.send(`/api${path}`, {
      method,
      headers: { ...headers, ...(this.cookie === '' ? {} : { cookie: this.cookie }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const given = response.headers.get('set-cookie');
    if (given !== null) this.cookie = given.split(';')[0] ?? '';
    const text = await response.text();
    const read: unknown = isJson(response) ? JSON.parse(text) : text;
    return { status: response.status, body: read, setCookie: given };
  }

  /** The code that the app shows, `steps` half-minutes from now. */
  code(steps = 0): string {
    const app = new TOTP({ secret: Secret.fromBase32(this.secret) });
    return app.generate({ timestamp: this.now() + steps * 30_000 });
  }

  /** Goes through the set-up link and is signed in then. */
  async setUp(token: string, name = 'Jordan Rivera') {
    const begun = await this.call('POST', '/setup/begin', { token, name, password: goodPassword });
    this.secret = SetupSecret.parse(begun.body).secret;
    return this.call('POST', '/setup/confirm', { token, code: this.code() });
  }

  /** The link of an invitation, as its maker gets it. */
  async invite(roles: readonly Role[]): Promise<string> {
    return InviteReply.parse((await this.call('POST', '/people', { roles })).body).token;
  }

  signIn(code: string, password = goodPassword, name = 'Jordan Rivera') {
    return this.call('POST', '/session', { name, password, code });
  }
}

function isJson(response: Response): boolean {
  return response.headers.get('content-type')?.split(';')[0] === 'application/json';
}
