import type { Ask } from '../bridge/wire.ts';
import { canaryText, canaryUrl } from '../sites/chatgpt/hosts.ts';

/** Which canaries are on their way, and which gates asked about them. */
export interface CanaryWatch {
  /** Expects canaries with this nonce; `refuse` tries the page gates, `pass` lets one reach the network gate. */
  readonly expect: (nonce: string, ruling: 'refuse' | 'pass') => void;
  readonly rulingOn: (ask: Ask) => 'refuse' | 'pass' | undefined;
  /** The ways that asked with this nonce and its whole text. */
  readonly asked: (nonce: string) => ReadonlySet<string>;
  readonly forget: (nonce: string) => void;
}

export function createCanaryWatch(): CanaryWatch {
  const expected = new Map<string, { readonly ruling: 'refuse' | 'pass'; readonly asked: Set<string> }>();
  return {
    expect: (nonce, ruling) => void expected.set(nonce, { ruling, asked: new Set() }),
    rulingOn({ url, body, way }) {
      if (!url.startsWith(`${canaryUrl}/`)) return undefined;
      const nonce = url.slice(canaryUrl.length + 1);
      const known = expected.get(nonce);
      if (body === canaryText(nonce)) known?.asked.add(way);
      return known?.ruling ?? 'refuse';
    },
    asked: (nonce) => expected.get(nonce)?.asked ?? new Set(),
    forget: (nonce) => void expected.delete(nonce),
  };
}
