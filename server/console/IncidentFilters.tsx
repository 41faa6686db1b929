import { useId, useState } from 'react';
import type { SyntheticEvent } from 'react';
import { actions, outcomes } from '../../lib/vocabulary/actions.ts';
import { categories, severities, surfaces } from '../../lib/vocabulary/content.ts';
import { severityWords } from '../../components/words.ts';
import type { IncidentQuery } from '../console-api/contract.ts';
import { actionTitles, categoryTitles, outcomeTitles, surfaceTitles } from './words.ts';

type Name = Exclude<keyof IncidentQuery, 'after'>;

interface IncidentFiltersProps {
  readonly query: IncidentQuery;
  readonly onChange: (name: Name, value: string) => void;
  readonly onClear: () => void;
}

interface Choice {
  readonly name: Name;
  readonly label: string;
  readonly options: readonly (readonly [value: string, title: string])[];
}

const choices: readonly Choice[] = [
  { name: 'category', label: 'Kind', options: categories.map((value) => [value, categoryTitles[value]]) },
  {
    name: 'severity',
    label: 'Severity',
    options: severities.toReversed().map((value) => [value, severityWords[value]]),
  },
  {
    name: 'action',
    label: 'Policy said',
    options: actions.toReversed().map((value) => [value, actionTitles[value]]),
  },
  { name: 'outcome', label: 'What happened', options: outcomes.map((value) => [value, outcomeTitles[value]]) },
  { name: 'surface', label: 'Where', options: surfaces.map((value) => [value, surfaceTitles[value]]) },
];

/** Narrows the list. Each choice stands in the address, so a view can be kept or passed on. */
export function IncidentFilters({ query, onChange, onClear }: IncidentFiltersProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const filtered = Object.keys(query).length;
  return (
    <form id={id} className={`filters ${isOpen ? 'open' : ''}`} aria-label="Filters" onSubmit={stay}>
      {/* Seen on small screens only, where the list would begin below the fold. */}
      <button
        type="button"
        className="toggle"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {filtered > 0 ? `Filters (${filtered})` : 'Filters'}
      </button>
      {choices.map((choice) => (
        <Select
          key={choice.name}
          choice={choice}
          value={query[choice.name] ?? ''}
          onChange={(value) => onChange(choice.name, value)}
        />
      ))}
      <Day label="From (UTC)" value={query.from ?? ''} onChange={(value) => onChange('from', value)} />
      <Day label="To (UTC)" value={query.to ?? ''} onChange={(value) => onChange('to', value)} />
      {query.pseudonym !== undefined && (
        <PseudonymChip pseudonym={query.pseudonym} onClear={() => onChange('pseudonym', '')} />
      )}
      {filtered > 0 && (
        <button type="button" className="slim clear" onClick={onClear}>
          Clear filters
        </button>
      )}
    </form>
  );
}

function PseudonymChip({ pseudonym, onClear }: { readonly pseudonym: string; readonly onClear: () => void }) {
  return (
    <p className="chip">
      <span>
        Pseudonym <code>{pseudonym}</code>
      </span>
      <button type="button" className="slim" aria-label="Show all pseudonyms" onClick={onClear}>
        ×
      </button>
    </p>
  );
}

function stay(event: SyntheticEvent): void {
  event.preventDefault();
}

interface SelectProps {
  readonly choice: Choice;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Select({ choice, value, onChange }: SelectProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{choice.label}</label>
      <select
        id={id}
        value={value}
        data-set={value === '' ? undefined : true}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">Any</option>
        {choice.options.map(([option, title]) => (
          <option key={option} value={option}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Day({ label, value, onChange }: DayProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        value={value}
        data-set={value === '' ? undefined : true}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
