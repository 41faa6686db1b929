import type { JsonObject } from './event.ts';

/** An id of an OCSF enumeration and its caption; with 99, a word of our own stands for the caption. */
export type Choice = readonly [id: number, caption: string];

/** Both members that OCSF has for a choice: `{name_id, name}`. */
export function named(name: string, [id, caption]: Choice): JsonObject {
  return { [`${name}_id`]: id, [name]: caption };
}
