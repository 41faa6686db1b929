import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readOptions } from '../options.ts';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const root = here('../../');
const lines = (name: string) => readFileSync(here(name), 'utf8').split('\n');

/** The SLUICE_ variables that a file sets. */
function environmentOf(text: string): Record<string, string> {
  const found = text.matchAll(/\b(SLUICE_[A-Z_]+)=(\S+)/g);
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, value]));
}

describe('the systemd unit', () => {
  const unit = lines('sluice.service');

  it('keeps the endpoint in its box, and lets V8 compile', () => {
    for (const line of [
      'DynamicUser=yes',
      'ProtectSystem=strict',
      'StateDirectory=sluice',
      'NoNewPrivileges=yes',
      'CapabilityBoundingSet=',
      'MemoryDenyWriteExecute=no',
    ])
      expect(unit).toContain(line);
    const environment = environmentOf(unit.filter((line) => line.startsWith('Environment=')).join('\n'));
    expect(readOptions([], environment)).toMatchObject({ dataDir: '/var/lib/sluice', port: 8443 });
  });

  it('is one that systemd takes', ({ skip }) => {
    // Where this machine keeps its programs, and whether the program lies in /opt, is not the unit's business.
    const text = unit
      .join('\n')
      .replace('/usr/bin/node', process.execPath)
      .replace('WorkingDirectory=/opt/sluice', 'WorkingDirectory=/');
    const path = join(mkdtempSync(join(tmpdir(), 'sluice-unit-')), 'sluice.service');
    writeFileSync(path, text);
    const { error, status, stderr } = spawnSync('systemd-analyze', ['verify', path], { encoding: 'utf8' });
    if (error) return skip('systemd-analyze was not found');
    expect(stderr.split('\n').filter((line) => line.includes('sluice.service'))).toEqual([]);
    expect(status, stderr).toBe(0);
  });
});

describe('the container file', () => {
  const file = lines('Containerfile');

  it('has two stages, runs as another user than root, and is watched', () => {
    expect(file.filter((line) => line.startsWith('FROM '))).toEqual(['FROM ${BASE} AS build', 'FROM ${BASE}']);
    expect(file).toContain('ARG BASE=docker.io/library/node:22-slim');
    expect(file.indexOf('USER node')).toBeGreaterThan(file.indexOf('FROM ${BASE}'));
    expect(file.some((line) => line.startsWith('HEALTHCHECK '))).toBe(true);
    const environment = environmentOf(file.filter((line) => line.startsWith('ENV ')).join('\n'));
    expect(() => readOptions([], environment)).toThrow('--host names an open address'); // until TLS or a proxy is named
    expect(readOptions([], { ...environment, SLUICE_PUBLIC_URL: 'https://sluice.example' })).toMatchObject({
      port: 8443,
    });
  });

  it('copies and starts only what there is', () => {
    const named = file.flatMap((line) => /^COPY --from=build (.*) \S+$/.exec(line)?.[1]?.split(' ') ?? []);
    const sources = named.map((path) => path.replace('/src/', '')).filter((path) => !path.startsWith('.output'));
    expect(sources.length).toBeGreaterThan(4);
    for (const path of [
      ...sources,
      'server/cli.ts',
      'server/deploy/healthcheck.mjs',
      'server/console/vite.config.ts',
    ]) {
      expect(existsSync(join(root, path)), path).toBe(true);
    }
  });
});
