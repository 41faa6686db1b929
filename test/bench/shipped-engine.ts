import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { prebuiltModule, prebuiltSource } from '../../scripts/prebuilt.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Bundled {
  /** What the bundle exports, as a module at the project's root would say it. */
  readonly exports: string;
  /** Packages that stay outside. */
  readonly external?: readonly string[];
  /** Where it runs; in a browser unless told otherwise. */
  readonly platform?: 'browser' | 'node';
}

/** A part of the engine with its prebuilt tables, as the extension carries it. */
export async function bundled({ exports, external = [], platform = 'browser' }: Bundled): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: {
      contents: exports,
      resolveDir: root,
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform,
    external: [...external],
    plugins: [
      {
        name: 'prebuilt-shapes',
        setup(built) {
          built.onLoad({ filter: prebuiltModule }, () => ({ contents: prebuiltSource(), loader: 'js' }));
        },
      },
    ],
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}
