import { useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';

export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly content: ReactNode;
}

interface TabsProps {
  readonly label: string;
  readonly tabs: readonly Tab[];
  /** The tab that is open at first; the first one when there is none with this id. */
  readonly openAt?: string | undefined;
}

/** Tabs with the usual keys: arrows, Home and End move between them. */
export function Tabs({ label, tabs, openAt }: TabsProps) {
  const prefix = useId();
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(() =>
    Math.max(
      0,
      tabs.findIndex(({ id }) => id === openAt),
    ),
  );

  function onKeyDown(event: KeyboardEvent): void {
    const index = indexAfter(event.key, open, tabs.length);
    if (index === undefined) return;
    event.preventDefault();
    setOpen(index);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[index]?.focus();
  }

  return (
    <>
      <div ref={list} className="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {tabs.map((tab, index) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${prefix}${tab.id}`}
            aria-selected={index === open}
            aria-controls={`${prefix}panel-${tab.id}`}
            tabIndex={index === open ? 0 : -1}
            onClick={() => setOpen(index)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <Panels tabs={tabs} prefix={prefix} open={open} />
    </>
  );
}

/** The tab that a key leads to; `undefined` for other keys. */
function indexAfter(key: string, open: number, count: number): number | undefined {
  const next = { ArrowRight: open + 1, ArrowLeft: open - 1, Home: 0, End: count - 1 }[key];
  return next === undefined ? undefined : (next + count) % count;
}

interface PanelsProps {
  readonly tabs: readonly Tab[];
  readonly prefix: string;
  readonly open: number;
}

function Panels({ tabs, prefix, open }: PanelsProps) {
  return tabs.map((tab, index) => (
    <section
      key={tab.id}
      role="tabpanel"
      id={`${prefix}panel-${tab.id}`}
      aria-labelledby={`${prefix}${tab.id}`}
      tabIndex={0}
      hidden={index !== open}
      className="panel stack"
    >
      {tab.content}
    </section>
  ));
}
