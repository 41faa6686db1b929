import { expect, it } from 'vitest';
import { readOptions } from '../options.ts';
import { openPostgresql } from '../store/postgresql.ts';
import { openOnGiven } from './engines.ts';
import { findBinaries, startPostgresql } from './postgresql.ts';

it.skipIf(findBinaries() === undefined)(
  'makes databases of its own on a server that is named, and removes them',
  async () => {
    const server = await startPostgresql(findBinaries()!);
    const url = await server.newDatabase();
    const admin = openPostgresql(url, () => undefined);
    const made = () => admin.query("SELECT datname::text AS name FROM pg_database WHERE datname LIKE 'sluice_test_%'");
    const [one, other] = [await openOnGiven(url), await openOnGiven(url)];
    await one.query('CREATE TABLE things (id int)');
    await expect(other.query('SELECT id FROM things')).rejects.toThrow('things');
    expect(await made()).toHaveLength(2);
    await Promise.all([one.close(), other.close()]);
    expect(await made()).toEqual([]);
    await admin.close();
    await server.stop();
  },
);

it('does not keep an endpoint that a suite starts from starting', () => {
  const environment = { SLUICE_TEST_DATABASE_URL: 'postgres://x' };
  expect(readOptions(['--port', '0', '--data', 'x'], environment)).toMatchObject({ databaseUrl: undefined });
});
