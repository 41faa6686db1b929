/** Who may call a route: anybody, or a person who signed in. */
export type Access = 'anyone' | 'session';

/**
 * Every route of the console, written by hand. A handler without a line here, and a line without a handler, fail the build; what is
 * not here is refused.
 */
export const access = {
  'POST /setup/check': 'anyone',
  'POST /setup/begin': 'anyone',
  'POST /setup/confirm': 'anyone',
  'POST /session': 'anyone',
  'GET /session': 'session',
  'DELETE /session': 'session',
  'GET /overview': 'session',
  'GET /incidents': 'session',
  'GET /policy': 'session',
} as const satisfies Readonly<Record<`${'GET' | 'POST' | 'DELETE'} /${string}`, Access>>;

export type RouteName = keyof typeof access;
