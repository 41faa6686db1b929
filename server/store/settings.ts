import * as z from 'zod/mini';
import { readRows } from './database.ts';
import type { Queries } from './database.ts';

/** Settings are written once. A closed union: they are stored. */
export type SettingName = 'organisation' | 'owner' | 'root-keys';

const SettingRow = z.object({ value: z.string() });

export async function readSetting(db: Queries, name: SettingName): Promise<string | undefined> {
  return readRows(SettingRow, await db.query('SELECT value FROM settings WHERE name = $1', [name]))[0]?.value;
}

/** `false` when the setting was there before. */
export async function claimSetting(db: Queries, name: SettingName, value: string): Promise<boolean> {
  const rows = await db.query(
    'INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING name',
    [name, value],
  );
  return rows.length > 0;
}

export async function forgetSetting(db: Queries, name: SettingName): Promise<void> {
  await db.query('DELETE FROM settings WHERE name = $1', [name]);
}
