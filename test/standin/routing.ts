import type { Route } from './call.ts';

interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

function expressionOf(path: string): RegExp {
  const source = path
    .replaceAll('.', '\\.')
    .replace(/\/\*$/, '(?:/.*)?')
    .replace(/:(\w+)/g, '(?<$1>[^/]+)')
    .replace('/backend-*', '/backend-(?:api|anon|alt)');
  return new RegExp(`^${source}$`);
}

/** Returns a function that finds the first route for a call; `undefined` means that the stand-in does not know it. */
export function compileRoutes(routes: readonly Route[]): (method: string, url: URL) => Match | undefined {
  const compiled = routes.map((route) => ({ route, path: expressionOf(route.path) }));
  return (method, url) => {
    for (const { route, path } of compiled) {
      if (route.method !== method && !(method === 'HEAD' && route.method === 'GET')) continue;
      if (!route.host.test(url.hostname)) continue;
      const match = path.exec(url.pathname);
      if (match) return { route, params: { ...match.groups } };
    }
    return undefined;
  };
}
