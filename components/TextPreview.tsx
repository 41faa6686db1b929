import { useState } from 'react';
import { Comparison } from './Comparison.tsx';
import { gapWords } from './dialog-words.ts';
import type { ComparisonHeadings } from './dialog-words.ts';
import { mask } from './mask.ts';

/** A piece of the fixed text: as it was, replaced by a mark, or left out of the preview because it is long. */
export type Segment =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'changed'; readonly before: string; readonly mark: string }
  | { readonly kind: 'gap'; readonly units: number; readonly changes?: number };

interface TextPreviewProps {
  readonly label: string;
  readonly segments: readonly Segment[];
  /** Of two columns, the text and its copy; without them the copy runs alone. */
  readonly headings?: ComparisonHeadings | undefined;
}

/** The fixed text with its marks. What a mark stands for is shown on demand only, and then masked. */
export function TextPreview({ label, segments, headings }: TextPreviewProps) {
  const [isShowing, setShowing] = useState(false);
  const hasChanges = segments.some(({ kind }) => kind === 'changed');
  return (
    <section className="preview">
      <div className="preview-head">
        <h3 id="sluice-preview">{label}</h3>
        {hasChanges && (
          <button type="button" className="toggle" aria-pressed={isShowing} onClick={() => setShowing(!isShowing)}>
            Show what is replaced
          </button>
        )}
      </div>
      {/* The region takes focus so that a long text can be scrolled by keyboard. */}
      <div
        className={headings ? 'text columns' : 'text'}
        role="region"
        tabIndex={0}
        dir={headings ? undefined : 'auto'}
        aria-labelledby="sluice-preview"
      >
        {headings ? (
          <Comparison headings={headings} segments={segments} isShowing={isShowing} />
        ) : (
          segments.map((segment, index) => <Piece key={index} segment={segment} isShowing={isShowing} />)
        )}
      </div>
    </section>
  );
}

function Piece({ segment, isShowing }: { readonly segment: Segment; readonly isShowing: boolean }) {
  switch (segment.kind) {
    case 'same':
      return <>{segment.text}</>;
    case 'gap':
      return <span className="gap">{gapWords(segment)}</span>;
    case 'changed':
      return (
        <>
          {isShowing && <del dir="ltr">{mask(segment.before)}</del>}
          <mark dir="ltr">{segment.mark}</mark>
        </>
      );
  }
}
