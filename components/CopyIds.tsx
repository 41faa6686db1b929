import { useState } from 'react';
import type { RecordedIncident } from '../lib/messaging/contract.ts';

/** The ids of what the organisation may hold, to hand to the privacy officer: only who has an id can ask about its entry. */
export function CopyIds({ incidents }: { readonly incidents: readonly RecordedIncident[] }) {
  const [copied, setCopied] = useState<'yes' | 'no'>();
  const ids = incidents.filter(({ sync }) => sync !== 'local-only').map(({ incident }) => incident.id);
  if (ids.length === 0) return null;
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(ids.join('\n'));
      setCopied('yes');
    } catch {
      setCopied('no'); // the browser refuses where another window has the focus
    }
  }
  return (
    <div className="card copy-ids">
      <p>
        To see what your organisation holds of these entries, or to have it erased, give their ids to your privacy
        officer. The ids alone say nothing, but whoever gets them from you knows that the entries are yours.
      </p>
      <div className="copy-row">
        <button type="button" onClick={() => void copy()}>
          Copy ids
        </button>
        <span className="small" role="status">
          {copied === 'yes' && (ids.length === 1 ? '1 id copied.' : `${ids.length} ids copied.`)}
          {copied === 'no' && 'The browser did not let Sluice copy. Each id stands below its entry.'}
        </span>
      </div>
    </div>
  );
}
