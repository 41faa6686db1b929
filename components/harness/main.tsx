import { createRoot } from 'react-dom/client';
import type { ReactNode } from 'react';
import { openDialog, showNotice } from '../dialog-host.tsx';
import { dialogStyles } from '../dialog-styles.ts';
import { LedgerView } from '../LedgerView.tsx';
import { Notice } from '../Notice.tsx';
import { StatusView } from '../StatusView.tsx';
import { Trouble } from '../Trouble.tsx';
import { VerdictDialog } from '../VerdictDialog.tsx';
import { WelcomeView } from '../WelcomeView.tsx';
import { dialogSamples } from './dialog-samples.ts';
import { sampleLedger, sampleMembership, sampleNow, samplePolicy, sampleStatus } from './page-samples.ts';
import ledgerCss from '../../entrypoints/ledger/style.css?url';
import popupCss from '../../entrypoints/popup/style.css?url';
import welcomeCss from '../../entrypoints/welcome/style.css?url';
import themeCss from '../theme.css?url';

// Shows one view with sample data: `?view=dialog-warn`, `popup-degraded`, `ledger-sent`, `welcome-first`, `notice`; `host` puts the
// dialog into a page with fields and handlers of its own, the way the extension does.

const nothing = () => undefined;
const view = new URL(location.href).searchParams.get('view') ?? 'dialog-redact';
const [page = '', state = ''] = view.split(/-(.*)/s);

function link(href: string): void {
  const element = document.createElement('link');
  element.rel = 'stylesheet';
  element.href = href;
  document.head.append(element);
}

/** The closed root's sheet on an open page: `:host` is the document here. */
function adoptDialogStyles(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(dialogStyles.replaceAll(':host', ':root').replace('all: initial !important;', ''));
  document.adoptedStyleSheets = [sheet];
}

const pages: Readonly<Record<string, { readonly css: string; readonly show: () => ReactNode }>> = {
  popup: {
    css: popupCss,
    show: () => <StatusView status={sampleStatus[state as keyof typeof sampleStatus]} now={sampleNow} />,
  },
  ledger: {
    css: ledgerCss,
    show: () => (
      <>
        <h1>Your ledger</h1>
        <LedgerView
          ledger={sampleLedger}
          inForce={samplePolicy}
          openAt={state}
          hasOlder
          isLoading={false}
          onLoadOlder={nothing}
        />
      </>
    ),
  },
  welcome: {
    css: welcomeCss,
    show: () => (
      <WelcomeView
        membership={state === 'joined' ? sampleMembership : undefined}
        failure={state === 'failed' ? 'token-refused' : state === 'managed' ? 'managed-by-it' : undefined}
        isJoining={false}
        readCode={(code) => (code === 'good' ? sampleMembership : undefined)}
        onJoin={nothing}
      />
    ),
  },
  trouble: {
    css: ledgerCss,
    show: () => (
      <>
        <h1>Your ledger</h1>
        <Trouble reason="storage-failed" onRetry={nothing} />
      </>
    ),
  },
};

function show(root: HTMLElement): void {
  const found = pages[page];
  const sample = dialogSamples[state];
  if (found) {
    link(themeCss);
    link(found.css);
    createRoot(root).render(found.show());
  } else if (page === 'dialog' && sample) {
    adoptDialogStyles();
    createRoot(root).render(
      <VerdictDialog {...sample} onChoose={(...answer) => (document.title = answer.join(' '))} />,
    );
  } else if (page === 'notice') {
    adoptDialogStyles();
    createRoot(root).render(
      <>
        <h1>A page</h1>
        <Notice text="Replaced 2 values." actionLabel="Undo" timeoutMs={60_000} onAction={nothing} onClose={nothing} />
      </>,
    );
  } else if (page === 'host') Object.assign(window, { harness: { openDialog, showNotice, dialogSamples } });
}

const root = document.getElementById('root');
if (root) show(root);
