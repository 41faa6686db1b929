import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { actions } from '../lib/vocabulary/actions.ts';
import { TextPreview } from './TextPreview.tsx';
import { VerdictDialog } from './VerdictDialog.tsx';
import type { VerdictDialogProps } from './VerdictDialog.tsx';

const hostile = '<img src=x onerror=alert(1)>"\'&';
const secret = ['s3cr', 'et'].join('').repeat(4);

const base: VerdictDialogProps = {
  kind: 'prompt',
  findings: [{ detector: 'github-token', title: 'GitHub token', severity: 'high', action: 'redact', count: 2 }],
  preview: [
    { kind: 'same', text: 'my token is ' },
    { kind: 'changed', before: secret, mark: '[github-token-1]' },
    { kind: 'gap', units: 12_345 },
  ],
  choices: ['replace', 'edit'],
  messages: [],
  onChoose: () => undefined,
};

function render(changes: Partial<VerdictDialogProps> = {}): string {
  return renderToStaticMarkup(<VerdictDialog {...base} {...changes} />);
}

function choices(html: string): readonly string[] {
  const footer = html.slice(html.indexOf('<footer'));
  return [...footer.matchAll(/<button[^>]*>([^<]*)</g)].map(([, label]) => label ?? '');
}

function columnHeadings(html: string): readonly string[] {
  return [...html.matchAll(/<th [^>]*>([^<]*)</g)].map(([, heading]) => heading ?? '');
}

function cells(html: string): readonly string[] {
  return [...html.matchAll(/<td [^>]*>(.*?)<\/td>/gs)].map(([, cell]) => cell ?? '');
}

describe('VerdictDialog', () => {
  it('shows hostile text as text, wherever it comes from', () => {
    const html = render({
      findings: [{ detector: hostile, title: hostile, severity: 'low', action: 'warn', count: 1 }],
      preview: [
        { kind: 'same', text: hostile },
        { kind: 'changed', before: hostile, mark: hostile },
      ],
      messages: [hostile],
      help: hostile,
      fileName: hostile,
    });
    expect(html).not.toContain('<img');
    expect(html.split('&lt;img src=x onerror=alert(1)&gt;')).toHaveLength(7);
  });

  it('shows marks, not what they stand for', () => {
    const html = render();
    expect(html).toContain('<mark dir="ltr">[github-token-1]</mark>');
    expect(html).not.toContain(secret);
    expect(html).not.toContain('s3cr');
    expect(html).toContain('12,345 more characters');
  });

  it('offers nothing but edit when policy blocks, and says why', () => {
    const html = render({ choices: ['edit'], messages: ['Keys stay here.'] });
    expect(choices(html)).toEqual(['Edit']);
    expect(html).not.toMatch(/[Ss]end anyway|Replace and/);
    expect(html).toContain('Keys stay here.');
    expect(html).toContain('This message cannot be sent');
  });

  it('puts the safe way first, in whatever order policy names the choices', () => {
    expect(choices(render({ choices: ['send-anyway', 'edit', 'replace'] }))).toEqual([
      'Replace and send',
      'Edit',
      'Send anyway',
    ]);
    expect(render()).toMatch(/<button[^>]*class="safe"[^>]*data-first=""[^>]*>Replace and send/);
  });

  it('always offers a way back', () => {
    expect(choices(render({ choices: [] }))).toEqual(['Edit']);
    expect(choices(render({ choices: ['send-anyway'] }))).toEqual(['Edit', 'Send anyway']);
  });

  it('offers no reason where there is none to choose', () => {
    expect(choices(render({ choices: ['edit', 'justify'], justifications: [] }))).toEqual(['Edit']);
    expect(choices(render({ choices: ['edit', 'justify'] }))).toEqual(['Edit', 'Send with a reason']);
  });

  it('speaks of files when a file is attached', () => {
    const html = render({ kind: 'file', fileName: 'keys.txt' });
    expect(choices(html)).toEqual(['Replace and attach', 'Do not attach']);
    expect(html).toContain('keys.txt');
  });

  it('shows a file and its copy side by side, without what is replaced', () => {
    const html = render({ kind: 'file' });
    expect(columnHeadings(html)).toEqual(['Your file', 'The copy that would be attached']);
    const [before = '', after = ''] = cells(html);
    expect(before).toMatch(/^my token is <del dir="ltr">.*hidden here/);
    expect(after).toMatch(/^my token is <mark dir="ltr">.*replaced by.*\[github-token-1\]<\/mark>$/);
    expect(html).toContain('12,345 more characters');
    expect(html).not.toContain('s3cr');
  });

  it('shows hostile text of a file as text, in both columns', () => {
    const [before, after] = cells(render({ kind: 'file', preview: [{ kind: 'same', text: hostile }] }));
    expect(before).toBe('&lt;img src=x onerror=alert(1)&gt;&quot;&#x27;&amp;');
    expect(after).toBe(before);
  });

  it('says of every hidden value the same', () => {
    const hidden = ['a', secret, `${secret}\n${secret}`].map(
      (before) => cells(render({ kind: 'file', preview: [{ kind: 'changed', before, mark: '[1]' }] }))[0],
    );
    expect(new Set(hidden).size).toBe(1);
  });

  it('has columns and the width for them only where a copy of a file is offered', () => {
    expect(render({ kind: 'file' })).toContain('class="verdict wide"');
    for (const html of [render(), render({ kind: 'paste' }), render({ kind: 'file', choices: ['edit'] })]) {
      expect(html).toContain('class="verdict"');
      expect(html).not.toContain('<table');
    }
  });

  it('says so when content cannot be read', () => {
    const html = render({ kind: 'file', findings: [], preview: [], choices: ['edit', 'send-anyway'] });
    expect(html).toContain('Sluice cannot look into this file');
  });

  it('is a labelled, described alert dialog', () => {
    const html = render();
    expect(html).toMatch(/<dialog[^>]*role="alertdialog"[^>]*aria-labelledby="sluice-title"/);
    expect(html).toContain('aria-describedby="sluice-summary sluice-found"');
    for (const id of ['sluice-title', 'sluice-summary', 'sluice-found', 'sluice-preview']) {
      expect(html).toContain(`id="${id}"`);
    }
    const said = render({ messages: ['Keys stay here.'], findings: [] });
    expect(said).toContain('aria-describedby="sluice-summary sluice-says"');
    expect(said).toContain('id="sluice-says"');
  });

  it('has words for each action', () => {
    const rows = actions.map((action) => ({ ...base.findings[0]!, detector: action, action }));
    const html = render({ findings: rows });
    expect(html.match(/class="note"/g)).toHaveLength(actions.length);
    expect(html).not.toContain('undefined');
  });
});

describe('TextPreview', () => {
  it('has no toggle where nothing was replaced', () => {
    const html = renderToStaticMarkup(<TextPreview label="Text" segments={[{ kind: 'same', text: 'hello' }]} />);
    expect(html).toContain('hello');
    expect(html).not.toContain('<button');
  });
});
