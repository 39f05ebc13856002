/** The plugins of the standalone build, in the order in which they see its files. */
import type { Plugin } from 'vite';
import { builderFiles } from './builder-files.js';
import { dataFiles } from './data-files.js';
import { demoPage } from './demo-page.js';
import { embedFiles } from './embed-files.js';
import { entryFile } from './entry-file.js';
import { noticeFiles } from './notice-files.js';
import { workerFile } from './worker-file.js';

export const plugins = (target: string): Plugin[] => [
  entryFile(target),
  embedFiles(target),
  builderFiles(target),
  workerFile(),
  dataFiles(),
  noticeFiles(),
  demoPage(),
];
