/**
 * Writes `pair-atlas.js`, and puts the build's version into each address by which the files find each other, so that a cache
 * cannot mix the files of two versions. The entry stands beside the bundle, not in it: a module that awaits at its top keeps
 * Rolldown from merging chunks, and the names on the maps would then be one request further away.
 */
import { createHash } from 'node:crypto';
import { build } from 'esbuild';
import type { Plugin } from 'vite';

const SOURCE = 'src/standalone/bundle.ts';

export function entryFile(target: string): Plugin {
  return {
    name: 'entry-file',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, files) {
        const chunks = Object.values(files).filter((file) => file.type === 'chunk');
        const { outputFiles } = await build({
          entryPoints: [SOURCE],
          bundle: true,
          external: ['./initial.js'],
          format: 'esm',
          target,
          minify: true,
          write: false,
        });
        const entry = outputFiles[0]?.text ?? '';
        const hash = createHash('sha256').update(entry);
        for (const { code } of chunks) hash.update(code);
        const version = hash.digest('hex').slice(0, 8);
        const versioned = (code: string): string =>
          code.replace(/(["'`])\.\/(pair-atlas-[\w-]+\.js)\1/g, `$1./$2?${version}$1`);
        for (const chunk of chunks) chunk.code = versioned(chunk.code);
        const source = versioned(entry.replace('./initial.js', './pair-atlas-initial.js'));
        this.emitFile({ type: 'asset', fileName: 'pair-atlas.js', source });
      },
    },
  };
}
