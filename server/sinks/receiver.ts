import * as z from 'zod/mini';

const Settings = z.record(z.string(), z.unknown());

/** Where the settings of any sink or channel lead, as whom, and whom they trust there. */
export function receiverOf(settings: string): string {
  const { url, host, port, transport, security, username, header, ca } = Settings.parse(JSON.parse(settings));
  return JSON.stringify([url, host, port, transport, security, username, header, ca]);
}

/**
 * What a secret is sealed for: it goes only to the receiver that it was entered for and in the way of that kind, also when somebody
 * writes other settings, or this secret beside other settings, into the database.
 */
export function sealLabel(table: 'sink' | 'alert-destination', kind: string, settings: string): string {
  return `${table} ${kind} ${receiverOf(settings)}`;
}
