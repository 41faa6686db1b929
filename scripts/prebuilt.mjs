import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './install.mjs';

/** The module whose contents a build replaces. */
export const prebuiltModule = /[\\/]lib[\\/]dlp[\\/]prebuilt\.ts$/;

let source;

/** What stands in its place: the shapes of all detectors and steps of their automata, worked out once for each build. */
export function prebuiltSource() {
  source ??= `export const prebuilt = ${execFileSync(
    process.execPath,
    ['--import', 'tsx', join(root, 'scripts', 'shapes.ts')],
    { cwd: root, encoding: 'utf8', maxBuffer: 16_000_000 },
  )};`;
  return source;
}

/** For Vite and its kin. */
export const prebuiltPlugin = {
  name: 'prebuilt-shapes',
  enforce: 'pre',
  load: (id) => (prebuiltModule.test(id.split('?')[0]) ? prebuiltSource() : undefined),
};
