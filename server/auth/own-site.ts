import { isIP } from 'node:net';
import type { OidcOptions } from './oidc-options.ts';

/** Where people reach the console, and by which door besides its own. */
export interface OwnSite {
  /** True for the origins under which people open the console. */
  readonly isOwnOrigin: (origin: string) => boolean;
  /** The public address, known once the endpoint listens. No slash at its end. */
  readonly publicUrl: () => string;
  readonly oidc?: OidcOptions | undefined;
}

/** The name that passkeys are bound to; `undefined` for a bare IP address, where browsers have none. */
export function passkeyName({ publicUrl }: OwnSite): string | undefined {
  const { hostname } = new URL(publicUrl());
  return isIP(hostname.replaceAll(/[[\]]/g, '')) === 0 ? hostname : undefined;
}
