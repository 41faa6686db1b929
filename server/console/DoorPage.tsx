import type { ReactNode } from 'react';
import { GateMark } from '../../components/GateMark.tsx';

/** The frame of the pages in front of the sign-in. */
export function DoorPage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <main className="door">
      <p className="brand">
        <GateMark />
        <span>Sluice console</span>
      </p>
      <section className="door-card stack">
        <h1>{title}</h1>
        {children}
      </section>
    </main>
  );
}
