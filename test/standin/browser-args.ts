/** Names that the stand-in answers for. Every other name is not found, so that no byte leaves the machine. */
export const servedHosts: readonly string[] = [
  'chatgpt.com',
  '*.chatgpt.com',
  'chat.openai.com',
  '*.oaiusercontent.com',
  '*.blob.core.windows.net',
  '*.example.test',
];

/** The value of Chromium's `--host-resolver-rules`. The first rule that fits holds, so `more` rules win. */
export function resolverRules(port: number, more: readonly string[]): string {
  const maps = servedHosts.map((host) => `MAP ${host}:443 127.0.0.1:${port}`);
  return [...more, ...maps, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost', 'EXCLUDE *.local'].join(', ');
}

/** Switches that make the stand-in the real origin for one browser and keep the browser from calling home. */
export function chromiumSwitches(rules: string, spki: string): readonly string[] {
  return [
    '--disable-quic',
    '--no-first-run',
    '--disable-sync',
    '--disable-component-update',
    // A microphone that beeps, and nobody who has to allow it.
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--host-resolver-rules=${rules}`,
    `--ignore-certificate-errors-spki-list=${spki}`,
  ];
}
