import { access } from '../console-api/access.ts';
import type { RouteName } from '../console-api/access.ts';
import type { Role } from '../vocabulary.ts';

/** The pages behind the sign-in. Who may make the call that fills a page sees it. */
export const pages = [
  { path: '/incidents', label: 'Incidents', call: 'GET /incidents' },
  { path: '/messages', label: 'Messages', call: 'GET /messages' },
  { path: '/policy', label: 'Policy', call: 'GET /policy' },
  { path: '/people', label: 'People', call: 'GET /people' },
  { path: '/counts', label: 'Numbers', call: 'GET /counts' },
  { path: '/requests', label: 'Requests', call: 'POST /erasure/lookup' },
  { path: '/fleet', label: 'Fleet', call: 'GET /fleet' },
  { path: '/alerts', label: 'Alerts', call: 'GET /alert-destinations' },
  { path: '/enrolment', label: 'Enrolment', call: 'GET /tokens' },
  { path: '/siem', label: 'SIEM', call: 'GET /sinks' },
  { path: '/keys', label: 'Keys', call: 'GET /keys' },
  { path: '/audit', label: 'Audit', call: 'GET /audit' },
  { path: '/account', label: 'Your account', call: 'GET /sessions' },
] as const satisfies readonly { readonly path: string; readonly label: string; readonly call: RouteName }[];
export type Page = (typeof pages)[number];
export type PagePath = Page['path'];

/** Every address that is the console: its doors, and its pages. */
export const consolePaths = ['/', '/setup', '/sign-in', ...pages.map(({ path }) => path)];

/** True when one of these roles may call the route. */
export function may(given: readonly Role[], route: RouteName): boolean {
  const { who } = access[route];
  return who === 'anyone' || given.some((role) => (who as readonly Role[]).includes(role));
}

export function pagesOf(given: readonly Role[]): readonly Page[] {
  return pages.filter(({ call }) => may(given, call));
}
