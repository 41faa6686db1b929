import type { MouseEvent, ReactNode } from 'react';
import { GateMark } from '../../components/GateMark.tsx';
import type { SignedIn } from '../console-api/contract.ts';
import { pagesOf } from './pages.ts';
import { go } from './use-path.ts';

interface ShellProps {
  readonly person: SignedIn;
  readonly path: string;
  readonly onSignOut: () => void;
  readonly children: ReactNode;
}

/** The frame of every page behind the sign-in. */
export function Shell({ person, path, onSignOut, children }: ShellProps) {
  return (
    <>
      <a className="skip" href="#content">
        Skip to the content
      </a>
      <header className="top">
        <div className="top-row">
          <p className="brand">
            <GateMark />
            <span>Sluice</span>
          </p>
          <nav aria-label="Pages">
            {pagesOf(person.roles)
              .filter((page) => page.path !== '/account')
              .map((page) => (
                <a
                  key={page.path}
                  href={page.path}
                  aria-current={page.path === path ? 'page' : undefined}
                  onClick={(event) => follow(event, page.path)}
                >
                  {page.label}
                </a>
              ))}
          </nav>
          <div className="person">
            <a
              className="quiet small"
              dir="auto"
              href="/account"
              aria-current={path === '/account' ? 'page' : undefined}
              onClick={(event) => follow(event, '/account')}
            >
              {person.name}
            </a>
            <button type="button" className="slim" onClick={onSignOut}>
              Sign out
            </button>
          </div>
        </div>
      </header>
      <main id="content" className="content" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

/** Leaves clicks with a modifier to the browser: they open tabs. */
function follow(event: MouseEvent, path: string): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(path);
}
