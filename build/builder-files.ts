/**
 * Writes `dist/builder/`: the script of demo/builder/, and, fetched when a static page is asked for, what makes one, with its style sheet.
 * It is a page that uses the library as any other, and so no part of its files.
 */
import { build } from 'esbuild';
import type { Plugin } from 'vite';
import { STATIC_SHEET } from '../src/standalone/static/page.js';
import { staticSheet } from '../src/standalone/static/sheet.js';

const FOLDER = 'demo/builder';
const SCRIPTS = { 'builder.js': 'main.ts', 'static.js': 'static.ts' } as const;

export function builderFiles(target: string): Plugin {
  return {
    name: 'builder-files',
    apply: 'build',
    async generateBundle() {
      for (const [name, entry] of Object.entries(SCRIPTS)) {
        const made = await build({
          entryPoints: [`${FOLDER}/${entry}`],
          bundle: true,
          minify: true,
          write: false,
          format: 'esm',
          external: ['./static.js'],
          target,
        });
        this.emitFile({ type: 'asset', fileName: `builder/${name}`, source: made.outputFiles[0]?.text ?? '' });
      }
      this.emitFile({ type: 'asset', fileName: `builder/${STATIC_SHEET}`, source: staticSheet() });
    },
  };
}
