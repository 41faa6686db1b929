import { isIP } from 'node:net';

/** Where people reach the console. */
export interface OwnSite {
  /** True for the origins under which people open the console. */
  readonly isOwnOrigin: (origin: string) => boolean;
  /** The public address, known once the endpoint listens. No slash at its end. */
  readonly publicUrl: () => string;
}

/** The name that passkeys are bound to; `undefined` for a bare IP address, where browsers have none. */
export function passkeyName({ publicUrl }: OwnSite): string | undefined {
  const { hostname } = new URL(publicUrl());
  return isIP(hostname.replaceAll(/[[\]]/g, '')) === 0 ? hostname : undefined;
}
