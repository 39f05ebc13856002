/**
 * Copies the built-in feed, the boundaries and their detail beside the script, which fetches them there; `data/` holds their sources too.
 * Their addresses are written as bundlers know them, which put such files where they like: in this build they are plain ones.
 */
import { cpSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Plugin } from 'vite';

const FOLDERS = ['data', 'data/detail'];

export function dataFiles(): Plugin {
  return {
    name: 'data-files',
    apply: 'build',
    transform: {
      order: 'pre',
      filter: { id: /\/src\/state\/built-in\.ts$/ },
      handler(code) {
        const plain = code.replace(
          /new URL\('[./]+\/data\/([\w.-]+)', import\.meta\.url\)/g,
          "new URL('./data/$1', HERE)",
        );
        if (!plain.includes('HERE')) this.error('src/state/built-in.ts no longer names its files as it did.');
        return { code: `${plain}\nconst HERE = import.meta.url;\n`, map: null };
      },
    },
    writeBundle({ dir = 'dist' }) {
      for (const folder of FOLDERS)
        cpSync(folder, join(dir, folder), {
          recursive: true,
          filter: (file) => file === folder || extname(file) === '.json',
        });
    },
  };
}
