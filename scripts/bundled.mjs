import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './install.mjs';

/** What every bundle hangs on besides its own files. */
const always = ['package-lock.json', 'scripts/bundled.mjs'];

/**
 * The path of a program of ours as one file: so it starts in a fifth of the time that it takes from many. It is made again when one of
 * its files, a package or the place of the checkout is another one. `entry` is a path from the root.
 */
export async function bundled(entry) {
  const folder = join(root, '.output', 'programs');
  const file = join(folder, `${entry.replace(/\W+/g, '-')}.mjs`);
  if (isCurrent(file)) return file;
  const { build } = await import('esbuild');
  const read = new Map(always.map((path) => [path, digestOf(readFileSync(join(root, path)))]));
  const { outputFiles } = await build({
    entryPoints: [join(root, entry)],
    bundle: true,
    write: false,
    absWorkingDir: root,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    tsconfigRaw: {},
    logLevel: 'silent',
    plugins: [{ name: 'own-places', setup: ({ onLoad }) => onLoad({ filter: /./ }, (args) => loaded(args, read)) }],
  });
  mkdirSync(folder, { recursive: true });
  // Two that make it at once both make a whole one.
  const part = `${file}.${randomUUID()}`;
  writeFileSync(part, `//${JSON.stringify({ root, files: Object.fromEntries(read) })}\n${outputFiles[0].text}`);
  renameSync(part, file);
  return file;
}

/** What Node is told to start a program of ours: from its own files where a checkout must not be written to. */
export async function programArgs(entry) {
  const file = await bundled(entry).catch(() => undefined);
  return file ? [file] : ['--import', import.meta.resolve('tsx'), join(root, entry)];
}

/** A file as it is now, which is noted. What it finds beside itself it finds there still. */
function loaded({ path }, read) {
  const bytes = readFileSync(path);
  read.set(relative(root, path), digestOf(bytes));
  const text = bytes.toString('utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href));
  if (text.includes('import.meta.')) throw new Error(`${path} asks for its place in a way that a bundle does not know`);
  return { contents: text, loader: 'default', resolveDir: dirname(path) };
}

/** The first line of a bundle says what it was made of. */
function isCurrent(file) {
  if (!existsSync(file)) return false;
  try {
    const [line = ''] = readFileSync(file, 'utf8').split('\n', 1);
    const known = JSON.parse(line.slice(2));
    return known.root === root && Object.entries(known.files).every(([path, digest]) => isAsIt(path, digest));
  } catch {
    return false; // a broken one is made anew
  }
}

function isAsIt(path, digest) {
  return existsSync(join(root, path)) && digestOf(readFileSync(join(root, path))) === digest;
}

function digestOf(bytes) {
  return createHash('sha256').update(bytes).digest('base64url');
}
