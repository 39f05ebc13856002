/**
 * Puts MapLibre's worker beside MapLibre's file, which looks for it there: inlined it is refused by `worker-src 'self'`, and Vite's
 * own addresses break in a sub-folder. As `.js`, because many a server does not know `.mjs` and sends it as no script.
 */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const NAME = 'pair-atlas-maplibre-worker.js';
const THEIRS = 'maplibre-gl-worker.mjs';

export function workerFile(): Plugin {
  return {
    name: 'worker-file',
    apply: 'build',
    transform: {
      filter: { id: /\/maplibre-gl\/dist\/maplibre-gl\.mjs$/ },
      handler(code) {
        if (!code.includes(THEIRS))
          this.error(`maplibre-gl no longer names ${THEIRS}: see where it finds its worker now.`);
        return { code: code.replaceAll(THEIRS, NAME), map: null };
      },
    },
    writeBundle({ dir = 'dist' }) {
      copyFileSync(`node_modules/maplibre-gl/dist/${THEIRS}`, join(dir, NAME));
    },
  };
}
