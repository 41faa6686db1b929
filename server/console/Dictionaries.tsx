import { useId, useState } from 'react';
import type { BlobDictionary } from '../../lib/contract/policy.ts';
import type { ListedDictionary } from '../console-api/dictionaries-contract.ts';
import { DictionaryUpload } from './DictionaryUpload.tsx';
import { Failed } from './Failed.tsx';
import { api } from './api.ts';
import type { Failure } from './api.ts';
import { useLoad } from './use-load.ts';

interface DictionariesProps {
  /** Puts a list into the policy that is being written. */
  readonly onAdd: (entry: BlobDictionary) => void;
}

/** The lists of terms that are stored here, with where they are in use, and the way to store another. */
export function Dictionaries({ onAdd }: DictionariesProps) {
  const [round, setRound] = useState(0);
  const [failure, setFailure] = useState<Failure>();
  const id = useId();
  const loaded = useLoad(api.dictionaries, String(round));
  const refresh = () => setRound((before) => before + 1);
  async function remove(sha256: string): Promise<void> {
    const reply = await api.removeDictionary(sha256);
    setFailure(reply.ok ? undefined : reply.reason);
    refresh();
  }
  const dictionaries = loaded?.ok === true ? loaded.value.dictionaries : [];
  return (
    <section className="stack" aria-labelledby={id}>
      <h3 id={id}>Lists of terms</h3>
      <p className="quiet small">
        A list holds fingerprints of its terms, up to 200,000 of them, and a policy names it by its hash. Fingerprints
        hide terms from a glance, not from somebody who tries guesses: a short or well-known name in a list is no
        secret. Every employee reads a list’s title, purpose and size.
      </p>
      {failure !== undefined && <Failed reason={failure} />}
      {loaded?.ok === false && <Failed reason={loaded.reason} onRetry={refresh} />}
      {loaded?.ok === true && dictionaries.length === 0 && <p className="quiet">No list was uploaded yet.</p>}
      {dictionaries.length > 0 && (
        <div className="scroller" tabIndex={0} role="region" aria-label="Lists">
          <Table dictionaries={dictionaries} onAdd={onAdd} onRemove={(sha256) => void remove(sha256)} />
        </div>
      )}
      <DictionaryUpload onUploaded={refresh} />
    </section>
  );
}

interface TableProps extends DictionariesProps {
  readonly dictionaries: readonly ListedDictionary[];
  readonly onRemove: (sha256: string) => void;
}

function Table({ dictionaries, onAdd, onRemove }: TableProps) {
  return (
    <table className="plain">
      <thead>
        <tr>
          <th scope="col">Title</th>
          <th scope="col">Terms</th>
          <th scope="col">Size</th>
          <th scope="col">Used</th>
          <th scope="col">Uploaded by</th>
          <th scope="col">
            <span className="unseen">What can be done</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {dictionaries.map((listed) => (
          <tr key={listed.entry.sha256}>
            <td dir="auto">
              {listed.entry.title} <code className="quiet small">{listed.entry.id}</code>
            </td>
            <td>{listed.entry.terms.toLocaleString('en')}</td>
            <td>{saySize(listed.entry.bytes)}</td>
            <td>{sayUse(listed)}</td>
            <td dir="auto">{listed.uploadedBy}</td>
            <td>
              <div className="actions">
                <button type="button" onClick={() => onAdd(listed.entry)}>
                  Add to the policy <span className="unseen">{listed.entry.title}</span>
                </button>
                {!listed.inHistory && !listed.proposed && (
                  <button type="button" onClick={() => onRemove(listed.entry.sha256)}>
                    Remove <span className="unseen">{listed.entry.title}</span>
                  </button>
                )}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sayUse({ inForce, inHistory, proposed }: ListedDictionary): string {
  const places = [
    ...(inForce ? ['in force'] : inHistory ? ['in an earlier policy'] : []),
    ...(proposed ? ['in a proposal'] : []),
  ];
  return places.length === 0 ? 'nowhere' : places.join(', ');
}

function saySize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
