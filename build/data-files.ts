/** Copies the built-in feed, the boundaries and their detail beside the script, which fetches them there; `data/` holds their sources too. */
import { cpSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Plugin } from 'vite';

const FOLDERS = ['data', 'data/detail'];

export function dataFiles(): Plugin {
  return {
    name: 'data-files',
    apply: 'build',
    writeBundle({ dir = 'dist' }) {
      for (const folder of FOLDERS)
        cpSync(folder, join(dir, folder), {
          recursive: true,
          filter: (file) => file === folder || extname(file) === '.json',
        });
    },
  };
}
