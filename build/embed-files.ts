/** Writes `embed.html`, its style and script, and `embed.js`, which a page around it names: small, and apart from the chunks of the atlas. */
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import type { Plugin } from 'vite';
import { CHOICES } from '../src/standalone/embed/choices.js';

const FOLDER = 'src/standalone/embed';
const SCRIPTS = { 'embed-page.js': ['page.ts', 'esm'], 'embed.js': ['frame.ts', 'iife'] } as const;

export function embedFiles(target: string): Plugin {
  return {
    name: 'embed-files',
    apply: 'build',
    async generateBundle() {
      for (const fileName of ['embed.html', 'embed.css'])
        this.emitFile({ type: 'asset', fileName, source: readFileSync(`${FOLDER}/${fileName}`, 'utf8') });
      for (const [fileName, [entry, format]] of Object.entries(SCRIPTS)) {
        const made = await build({
          entryPoints: [`${FOLDER}/${entry}`],
          bundle: true,
          minify: true,
          write: false,
          format,
          target,
          define: { __PAIR_ATLAS_CHOICES__: JSON.stringify(CHOICES) },
        });
        this.emitFile({ type: 'asset', fileName, source: made.outputFiles[0]?.text ?? '' });
      }
    },
  };
}
