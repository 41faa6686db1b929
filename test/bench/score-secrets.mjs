import { register } from 'tsx/esm/api';

/** For a scorer that asks a module for its findings: those of category `credential`. Runs under plain `node`, from any folder. */
register();
const { scan: scanAll } = await import('../../lib/dlp/scan.ts');

export const name = 'sluice-secrets';

export function scan(text) {
  return scanAll(text)
    .findings.filter(({ category }) => category === 'credential')
    .map(({ start, end, detector }) => ({ start, end, type: detector }));
}
