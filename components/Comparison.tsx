import { useEffect, useRef } from 'react';
import { comparisonRows } from './comparison-rows.ts';
import type { ComparisonRow, Piece } from './comparison-rows.ts';
import { gapWords } from './dialog-words.ts';
import type { ComparisonHeadings } from './dialog-words.ts';
import { mask } from './mask.ts';
import type { Segment } from './TextPreview.tsx';

interface ComparisonProps {
  readonly headings: ComparisonHeadings;
  readonly segments: readonly Segment[];
  readonly isShowing: boolean;
}

/**
 * The text and its fixed copy side by side. Where the window is narrow, rows are laid out as blocks: what is the same stands once, and a
 * changed line above its copy. Roles are written out, for a browser may forget those of a table that is no table to the eye.
 */
export function Comparison({ headings, segments, isShowing }: ComparisonProps) {
  const firstChange = useScrollTo();
  const rows = comparisonRows(segments);
  const first = rows.findIndex(({ kind }) => kind === 'changed');
  return (
    <table role="table" className="comparison" aria-labelledby="sluice-preview">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" className="before">
            {headings.before}
          </th>
          <th role="columnheader" scope="col" className="after">
            {headings.after}
          </th>
        </tr>
      </thead>
      {/* The direction is that of the text; the columns keep their places. */}
      <tbody role="rowgroup" dir="auto">
        {rows.map((row, index) => (
          <tr key={index} ref={index === first ? firstChange : undefined} role="row" data-kind={row.kind}>
            <Cells row={row} isShowing={isShowing} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Shows a row in the middle of the region when the dialog has opened, where it would be out of sight. */
function useScrollTo() {
  const ref = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    const region = ref.current?.closest('[role=region]');
    if (!ref.current || !region) return;
    const { top, bottom, height } = region.getBoundingClientRect();
    const row = ref.current.getBoundingClientRect();
    if (row.bottom > bottom) region.scrollTop += row.top - top - height / 2;
  }, []);
  return ref;
}

function Cells({ row, isShowing }: { readonly row: ComparisonRow; readonly isShowing: boolean }) {
  if (row.kind === 'gap') {
    return (
      <td role="cell" colSpan={2} aria-colspan={2}>
        <span className="gap" dir="ltr">
          {gapWords(row)}
        </span>
      </td>
    );
  }
  const pieces: readonly Piece[] = row.kind === 'same' ? [row] : row.pieces;
  return (
    <>
      <td role="cell" className="before">
        {pieces.map((piece, index) =>
          piece.kind === 'same' ? piece.text : <Value key={index} value={piece.before} isShowing={isShowing} />,
        )}
      </td>
      <td role="cell" className="after">
        {pieces.map((piece, index) => (piece.kind === 'same' ? piece.text : <Mark key={index} mark={piece.mark} />))}
      </td>
    </>
  );
}

/** Its dots are the same for every value: even its length is not said. */
function Value({ value, isShowing }: { readonly value: string; readonly isShowing: boolean }) {
  return (
    <del dir="ltr">
      <span className="unseen">{isShowing ? 'replaced: ' : 'replaced, hidden here'}</span>
      {isShowing ? mask(value) : <span aria-hidden="true">••••••••</span>}
    </del>
  );
}

function Mark({ mark }: { readonly mark: string }) {
  return (
    <mark dir="ltr">
      <span className="unseen">replaced by: </span>
      {mark}
    </mark>
  );
}
