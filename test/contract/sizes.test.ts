import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { detectors } from '../../lib/dlp/detectors/index.ts';
import { planOf } from '../../lib/dlp/plan.ts';

const build = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));

/** Largest bundles, in kB after gzip. The page waits for the first two on every load. */
const budgets = [
  ['content-scripts/page.js', 10],
  ['content-scripts/gate.js', 40],
  ['content-scripts/engine.js', 210],
  ['content-scripts/dialog.js', 100],
  ['background.js', 280],
] as const;

describe('the built extension', () => {
  it('is there to be measured', () => {
    expect(existsSync(join(build, 'manifest.json')), 'npm test builds it first').toBe(true);
  });

  it.each(budgets)('keeps %s within %i kB', (file, most) => {
    expect(gzipSync(readFileSync(join(build, file))).length / 1_000).toBeLessThanOrEqual(most);
  });

  it('asks for no more hosts than it needs', () => {
    const manifest = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8')) as {
      host_permissions: readonly string[];
    };
    expect(manifest.host_permissions.filter((host) => host.includes('<all_urls>') || /\/\/\*\//.test(host))).toEqual(
      [],
    );
  });

  it.each(['content-scripts/engine.js', 'background.js'])('has the tables of its engine in %s, worked out', (file) => {
    expect(readFileSync(join(build, file), 'utf8')).toContain(JSON.stringify(planOf(detectors).places).slice(0, 1_000));
  });

  it('has them in the worker for long texts, too', () => {
    const worker = readdirSync(join(build, 'assets')).find((name) => name.startsWith('scan-worker'));
    expect(readFileSync(join(build, 'assets', worker ?? ''), 'utf8')).toContain(
      JSON.stringify(planOf(detectors).places).slice(0, 1_000),
    );
  });

  it('brings no sample of a detector along', () => {
    expect(readFileSync(join(build, 'content-scripts/engine.js'), 'utf8')).not.toMatch(/misses:\[/);
  });
});
