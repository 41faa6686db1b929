import type { Storage } from 'webextension-polyfill';

export interface FiledTicket {
  readonly tabId: number;
  readonly frameId: number;
  readonly url: string;
  readonly method: string;
  /** UTF-8 bytes. */
  readonly length: number;
  /** SHA-256 of the body, lower-case hex, where it could be read. */
  readonly digest?: string | undefined;
  readonly verdict: 'clean' | 'rewritten' | 'allowed' | 'unreadable-allowed';
  /** `epoch.seq` of the policy that the verdict came from. */
  readonly policy: string;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/** What the network gate knows of a request; `length` below zero and no digest where the body cannot be read. */
export type TicketRequest = Omit<FiledTicket, 'verdict' | 'until'>;

const life = 30_000;
const key = 'tickets';

/** One-shot permits of ring 2 for ring 3. In memory for the listener, which must answer at once; in session storage for a restart. */
export interface Tickets {
  readonly file: (ticket: Omit<FiledTicket, 'until'>) => void;
  /** The ticket that fits, used up. One that was given under another policy fits nothing. */
  readonly take: (request: TicketRequest) => FiledTicket | undefined;
  readonly restore: () => Promise<void>;
}

export function createTickets(session: Storage.StorageArea, now: () => number = Date.now): Tickets {
  let filed: FiledTicket[] = [];
  const current = () => filed.filter(({ until }) => until > now());
  const save = () => session.set({ [key]: filed });
  return {
    file(ticket) {
      filed = [...current(), { ...ticket, until: now() + life }];
      // On its way before anybody hears of the ticket, so a worker that dies then finds it again; a prompt does not wait for the rest.
      void save();
    },
    take(request) {
      filed = current();
      const index = filed.findIndex((ticket) => fits(ticket, request));
      const [taken] = index < 0 ? [] : filed.splice(index, 1);
      if (taken) void save();
      return taken;
    },
    async restore() {
      const stored = (await session.get(key))[key];
      if (Array.isArray(stored)) filed = [...(stored as FiledTicket[]).filter(isTicket), ...filed];
    },
  };
}

const exact = ['tabId', 'frameId', 'url', 'method', 'policy'] as const;

function fits(ticket: FiledTicket, request: TicketRequest): boolean {
  if (exact.some((part) => ticket[part] !== request[part])) return false;
  if (request.length < 0) return true;
  const differs = ticket.digest !== undefined && request.digest !== undefined && ticket.digest !== request.digest;
  return ticket.length === request.length && !differs;
}

function isTicket(value: unknown): value is FiledTicket {
  const { tabId, frameId, url, method, length, policy, until } = Object(value) as Partial<FiledTicket>;
  const numbers = [tabId, frameId, length, until].every((each) => typeof each === 'number');
  return numbers && [url, method, policy].every((each) => typeof each === 'string');
}
