import type { Context } from 'hono';

const sentences = {
  'mfa-missing':
    'Your organisation signed you in without a second factor, which this console needs. Sign in there with one, then try again.',
  'no-role': 'None of your groups has a role in this console. Ask the people who look after it.',
  'not-begun': 'This sign-in was not begun in this browser, or took more than ten minutes. Begin again.',
  'provider-away': 'The sign-in of your organisation cannot be reached at the moment. Try again in a few minutes.',
  'provider-refused': 'The sign-in of your organisation did not let you through.',
  'session-over': 'Your session is over. Please sign in again.',
  'shut-out': 'An owner has shut you out of this console.',
  'somebody-else': 'Somebody else signed in there than you are here. Try again under your own name.',
  'token-refused':
    'The answer of your organisation’s sign-in did not fit. Begin again; the log of the endpoint says more.',
} as const;
export type OidcRefusal = keyof typeof sentences;

const successes = {
  'signed-in': 'You are signed in.',
  proved: 'Thank you. Close this tab and go on in the one before.',
} as const;

const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer', // the address holds the code
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
} as const;

/** One sentence between the provider and the console, without a script. Nothing in it comes from the request. */
export function answerPage(c: Context, result: OidcRefusal | keyof typeof successes): Response {
  const isSignedIn = result === 'signed-in';
  const isGood = isSignedIn || result === 'proved';
  const sentence = isGood ? successes[result] : sentences[result];
  const onward = isSignedIn ? '<meta http-equiv="refresh" content="0;url=/">' : '';
  const [href, label] = isGood ? ['/', 'Go to the console'] : ['/sign-in', 'Back to the sign-in'];
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sluice console</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">${onward}</head>
<body><main><h1>Sluice console</h1><p>${sentence}</p><p><a href="${href}">${label}</a></p></main></body></html>`;
  return c.body(html, isGood ? 200 : result === 'provider-away' ? 502 : 403, headers);
}
