import { useEffect, useState } from 'react';
import { IncidentQuery } from '../console-api/contract.ts';
import type { IncidentPage, ListedIncident } from '../console-api/contract.ts';
import { Failed } from './Failed.tsx';
import { IncidentDetail } from './IncidentDetail.tsx';
import { IncidentFilters } from './IncidentFilters.tsx';
import { IncidentTable } from './IncidentTable.tsx';
import { api, queryText } from './api.ts';
import type { Failure } from './api.ts';
import type { PageProps } from './page.ts';
import { may } from './pages.ts';
import { useLoad } from './use-load.ts';
import { go, usePath } from './use-path.ts';

/** What browsers recorded: filters, rows, and one row in full. */
export function IncidentsPage({ person, onFailure }: PageProps) {
  const query = readQuery(usePath());
  const [round, setRound] = useState(0);
  const [open, setOpen] = useState<ListedIncident>();
  const key = `${JSON.stringify(query)} ${round}`;
  const first = useLoad(() => api.incidents(query), key);
  const failure = first?.ok === false ? first.reason : undefined;
  useEffect(() => {
    if (failure !== undefined) onFailure(failure);
  });
  const refresh = () => setRound((before) => before + 1);
  return (
    <>
      <Head round={round} onRefresh={refresh} />
      <IncidentFilters
        query={query}
        onChange={(name, value) => go(writeQuery({ ...query, [name]: value }))}
        onClear={() => go('/incidents')}
      />
      {failure !== undefined && <Failed reason={failure} onRetry={refresh} />}
      {first === undefined && <p className="quiet loading">Loading…</p>}
      {first?.ok === true && (
        <Pages key={key} query={query} first={first.value} onOpen={setOpen} onFailure={onFailure} />
      )}
      {open !== undefined && (
        <IncidentDetail
          key={open.incident.id}
          row={open}
          writes={may(person.roles, 'POST /messages')}
          onClose={() => setOpen(undefined)}
          onPseudonym={(pseudonym) => {
            setOpen(undefined);
            go(writeQuery({ pseudonym }));
          }}
        />
      )}
    </>
  );
}

function Head({ round, onRefresh }: { readonly round: number; readonly onRefresh: () => void }) {
  return (
    <div className="page-head">
      <div className="row-head">
        <h1>Incidents</h1>
        <button type="button" className="slim" onClick={onRefresh}>
          Refresh
        </button>
      </div>
      <Scope key={round} />
    </div>
  );
}

/** How many browsers stand behind the list, where that may be said. */
function Scope() {
  const overview = useLoad(api.overview, 'overview');
  return (
    <p className="quiet">
      Rows name no person: each has a pseudonym that changes every 30 days.{' '}
      {overview?.ok === true &&
        (overview.value.enrolled === null
          ? 'Fewer than five browsers are enrolled, so there are rows and no counts.'
          : `At least ${overview.value.enrolled} browsers are enrolled.`)}
    </p>
  );
}

interface PagesProps extends Pick<PageProps, 'onFailure'> {
  readonly query: IncidentQuery;
  readonly first: IncidentPage;
  readonly onOpen: (row: ListedIncident) => void;
}

function Pages({ query, first, onOpen, onFailure }: PagesProps) {
  const [more, setMore] = useState<readonly IncidentPage[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const rows = [first, ...more].flatMap((page) => page.rows);
  const next = (more.at(-1) ?? first).next;
  if (rows.length === 0) return <Nothing isFiltered={Object.keys(query).length > 0} />;
  async function loadMore(after: string): Promise<void> {
    const page = await api.incidents({ ...query, after });
    setFailure(page.ok ? undefined : page.reason);
    if (page.ok) setMore((before) => [...before, page.value]);
    else onFailure(page.reason);
  }
  return (
    <>
      <IncidentTable rows={rows} onOpen={onOpen} />
      {failure !== undefined && <Failed reason={failure} />}
      {next === null ? (
        <p className="quiet small end">That is all of them.</p>
      ) : (
        <button type="button" className="end" onClick={() => void loadMore(next)}>
          Show older
        </button>
      )}
    </>
  );
}

function Nothing({ isFiltered }: { readonly isFiltered: boolean }) {
  return (
    <section className="empty">
      <h2>{isFiltered ? 'Nothing fits these filters' : 'No incidents yet'}</h2>
      <p className="quiet">
        {isFiltered
          ? 'Take a filter away to see more.'
          : 'When an enrolled browser catches something, a row appears here within seconds to minutes. It says what kind of data it was and what happened, never what was written.'}
      </p>
    </section>
  );
}

function readQuery(path: string): IncidentQuery {
  const parsed = IncidentQuery.safeParse(Object.fromEntries(new URLSearchParams(path.split('?')[1] ?? '')));
  return parsed.success ? parsed.data : {};
}

function writeQuery(query: Readonly<Record<string, string | undefined>>): string {
  const text = queryText(query);
  return text === '' ? '/incidents' : `/incidents?${text}`;
}
