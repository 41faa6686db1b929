const yearOfSeconds = 365 * 24 * 60 * 60;

/** What every answer carries. Where people come by TLS, here or in front, browsers shall never try without it again. */
export function securityHeaders(publicUrl: string): Readonly<Record<string, string>> {
  const sniff = { 'X-Content-Type-Options': 'nosniff' };
  if (!publicUrl.startsWith('https:')) return sniff;
  return { ...sniff, 'Strict-Transport-Security': `max-age=${yearOfSeconds}` };
}
