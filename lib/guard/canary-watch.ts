import type { Ask } from '../bridge/wire.ts';
import { canaryText, readCanaryUrl } from '../sites/chatgpt/hosts.ts';
import { isPageGate } from '../vocabulary/page-gates.ts';
import type { PageGate } from '../vocabulary/page-gates.ts';

/** Which canaries are on their way, and at which gates somebody asked about them. */
export interface CanaryWatch {
  /** Expects canaries with this nonce; `refuse` tries the page gates, `pass` lets one reach the network gate. */
  readonly expect: (nonce: string, ruling: 'refuse' | 'pass') => void;
  readonly rulingOn: (ask: Ask) => 'refuse' | 'pass' | undefined;
  /** The gates that asked with this nonce and its whole text. Those of `tried` that have not yet are waited for, for a moment. */
  readonly asked: (nonce: string, tried: readonly PageGate[]) => Promise<ReadonlySet<PageGate>>;
  readonly forget: (nonce: string) => void;
}

/** Milliseconds: some gates read their bytes before they ask. */
const patience = 300;

interface Expected {
  readonly ruling: 'refuse' | 'pass';
  readonly asked: Set<PageGate>;
  onAsked: () => void;
}

export function createCanaryWatch(): CanaryWatch {
  const expected = new Map<string, Expected>();
  return {
    expect: (nonce, ruling) => void expected.set(nonce, { ruling, asked: new Set(), onAsked: () => undefined }),
    rulingOn(ask) {
      const canary = canaryOf(ask);
      if (canary === undefined) return undefined;
      const known = expected.get(canary.nonce);
      // Of a frame that no test sent nothing is known but its words: it is judged as any other.
      if (known === undefined) return canary.inFrame ? undefined : 'refuse';
      if (isPageGate(canary.gate) && isWhole(ask, canary.nonce)) known.asked.add(canary.gate);
      known.onAsked();
      return known.ruling;
    },
    asked(nonce, tried) {
      const known = expected.get(nonce);
      if (known === undefined) return Promise.resolve(new Set());
      const { asked } = known;
      return new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer);
          resolve(asked);
        };
        const timer = setTimeout(end, patience);
        known.onAsked = () => {
          if (tried.every((gate) => asked.has(gate))) end();
        };
        known.onAsked();
      });
    },
    forget: (nonce) => void expected.delete(nonce),
  };
}

interface Canary {
  readonly nonce: string;
  readonly gate: string;
  readonly inFrame: boolean;
}

/** A frame goes to no address of its own: there the words are the canary. */
function canaryOf({ way, url, body }: Ask): Canary | undefined {
  if (way !== 'socket' && way !== 'channel') {
    const address = readCanaryUrl(url);
    return address && { ...address, inFrame: false };
  }
  const nonce = /^SLUICE-CANARY-([0-9a-f]{32})$/.exec(body)?.[1];
  return nonce === undefined
    ? undefined
    : { nonce, gate: way === 'socket' ? 'socket-frame' : 'channel', inFrame: true };
}

function isWhole({ url, body }: Ask, nonce: string): boolean {
  const text = canaryText(nonce);
  return url.endsWith(`?${text}`) || body === text;
}
