import * as z from 'zod/mini';
import { readRows } from './database.ts';
import type { Queries } from './database.ts';

/** Settings are written once, but for root keys that are rotated. A closed union: they are stored. */
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

/** `false` when the setting is another by now than the one that was read before. */
export async function changeSetting(
  db: Queries,
  name: SettingName,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<boolean> {
  const rows = await db.query('UPDATE settings SET value = $3 WHERE name = $1 AND value = $2 RETURNING name', [
    name,
    from,
    to,
  ]);
  return rows.length > 0;
}
