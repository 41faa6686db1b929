import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Who may import what at run time. A place is a folder, or a file of one; everyone may import the vocabulary. */
const table: Readonly<Record<string, readonly string[]>> = {
  'lib/vocabulary': [],
  'lib/sites': ['lib/files/text.ts'],
  'lib/bridge': [],
  'lib/dlp': ['@noble/hashes', 'fflate', 're2js'],
  'lib/contract': ['zod/mini'],
  'lib/policy': ['lib/dlp', 'lib/sites'],
  'lib/page': ['lib/bridge', 'lib/sites'],
  'lib/guard': [
    'lib/bridge',
    'lib/dlp',
    'lib/files/kind.ts',
    'lib/files/text.ts',
    'lib/policy',
    'lib/sites',
    'lib/messaging/client.ts',
    'lib/messaging/parts.ts',
    '@noble/hashes',
  ],
  'lib/files': ['exifr', 'fflate', 'unpdf'],
  'lib/network': ['lib/dlp', 'lib/policy', 'lib/sites', '@noble/hashes', 'webextension-polyfill'],
  'lib/messaging': ['lib/contract', 'zod/mini', 'webextension-polyfill'],
  'lib/storage': ['lib/contract', 'dexie', 'webextension-polyfill'],
  'lib/incidents': ['lib/contract', 'lib/storage'],
  'lib/sync': ['lib/contract', 'lib/storage', 'lib/incidents', 'webextension-polyfill'],
  components: ['react', 'react-dom'],
  'components/extension': ['react', 'react-dom', 'components', 'lib/messaging/client.ts', 'lib/dlp'],
  'lib/messaging/client.ts': [],
  'lib/messaging/parts.ts': [],
};

interface Import {
  readonly file: string;
  readonly target: string;
}

const files = ['lib', 'components', 'entrypoints', 'server']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/\.(test|samples)\.tsx?$|\.d\.ts$|\/harness\//.test(file));

/** Imports that stay at run time, local ones as paths from the root. */
function runtimeImports(file: string): readonly Import[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.ESNext);
  return source.statements.flatMap((statement): Import[] => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const typeOnly = ts.isImportDeclaration(statement)
      ? statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
      : statement.isTypeOnly;
    if (typeOnly || !statement.moduleSpecifier || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const { text } = statement.moduleSpecifier;
    return [{ file, target: text.startsWith('.') ? relative(root, join(root, dirname(file), text)) : text }];
  });
}

const imports = files.flatMap(runtimeImports);
const within = (path: string, place: string) => path === place || path.startsWith(`${place}/`);

/** The most exact place that the table names for a file. */
function placeOf(file: string): string | undefined {
  return Object.keys(table)
    .filter((place) => within(file, place))
    .sort((left, right) => right.length - left.length)[0];
}

describe('the import table', () => {
  it('covers every folder of lib and components', () => {
    const outside = files.filter((file) => /^(lib|components)\//.test(file) && placeOf(file) === undefined);
    expect(outside).toEqual([]);
  });

  it('holds', () => {
    const forbidden = imports.filter(({ file, target }) => {
      const place = placeOf(file);
      if (place === undefined) return false;
      const own = place.endsWith('.ts') ? [] : [place];
      return ![...own, 'lib/vocabulary', ...(table[place] ?? [])].some((allowed) => within(target, allowed));
    });
    expect(forbidden).toEqual([]);
  });

  it('keeps entrypoints to themselves and the server from the browser’s parts', () => {
    const intoEntrypoints = imports.filter(
      ({ file, target }) => within(target, 'entrypoints') && !within(file, 'entrypoints'),
    );
    const browserParts = [
      'lib/guard',
      'lib/page',
      'lib/network',
      'lib/storage',
      'lib/sync',
      'lib/messaging',
      'webextension-polyfill',
    ];
    const intoBrowser = imports.filter(
      ({ file, target }) => within(file, 'server') && browserParts.some((part) => within(target, part)),
    );
    expect([...intoEntrypoints, ...intoBrowser]).toEqual([]);
  });

  it('keeps the engine out of what runs in every frame before it is needed', () => {
    const reached = new Set<string>();
    const visit = (file: string) => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const each of imports) if (each.file === file) visit(each.target);
    };
    visit('entrypoints/gate.content.ts');
    const heavy = [...reached].filter((target) =>
      ['lib/dlp/scan.ts', 'lib/dlp/detectors', 'lib/policy/compile.ts', 're2js', 'fflate', 'zod', 'dexie'].some(
        (part) => within(target, part),
      ),
    );
    expect(reached.size).toBeGreaterThan(20);
    expect(heavy).toEqual([]);
  });

  it('has no cycles', () => {
    const edges = new Map<string, string[]>();
    for (const { file, target } of imports) edges.set(file, [...(edges.get(file) ?? []), target]);
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]) => {
      if (path.includes(file)) return void cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (done.has(file)) return;
      for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('reads real files', () => {
    expect(imports.length).toBeGreaterThan(50);
  });
});
