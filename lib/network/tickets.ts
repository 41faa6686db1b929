import type { Storage } from 'webextension-polyfill';

export interface FiledTicket {
  readonly tabId: number;
  readonly url: string;
  readonly method: string;
  /** UTF-8 bytes. */
  readonly length: number;
  readonly verdict: 'clean' | 'rewritten' | 'allowed' | 'unreadable-allowed';
  /** Milliseconds since the epoch. */
  readonly until: number;
}

const life = 30_000;
const key = 'tickets';

/** One-shot permits of ring 2 for ring 3. In memory for the listener, which must answer at once; in session storage for a restart. */
export interface Tickets {
  readonly file: (ticket: Omit<FiledTicket, 'until'>) => Promise<void>;
  /** The ticket that fits, used up; `length` below zero where the body cannot be read. */
  readonly take: (request: Pick<FiledTicket, 'tabId' | 'url' | 'method' | 'length'>) => FiledTicket | undefined;
  readonly restore: () => Promise<void>;
}

export function createTickets(session: Storage.StorageArea, now: () => number = Date.now): Tickets {
  let filed: FiledTicket[] = [];
  const current = () => filed.filter(({ until }) => until > now());
  const save = () => session.set({ [key]: filed });
  return {
    async file(ticket) {
      filed = [...current(), { ...ticket, until: now() + life }];
      await save();
    },
    take({ tabId, url, method, length }) {
      filed = current();
      const index = filed.findIndex(
        (ticket) =>
          ticket.tabId === tabId &&
          ticket.url === url &&
          ticket.method === method &&
          (length < 0 || ticket.length === length),
      );
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

function isTicket(value: unknown): value is FiledTicket {
  const { tabId, url, method, length, until } = Object(value) as Partial<FiledTicket>;
  const numbers = [tabId, length, until].every((each) => typeof each === 'number');
  return numbers && typeof url === 'string' && typeof method === 'string';
}
