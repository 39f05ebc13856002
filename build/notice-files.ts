/**
 * Writes, beside the standalone files, `LICENSES.txt`, the licences of all that is bundled in them, which these ask to be kept, and
 * `integrity.json`, by which whoever copies them can tell that they are whole: `sha384-…` by file, as `integrity` attributes have it.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

export function noticeFiles(): Plugin {
  const folders = new Set<string>();
  return {
    name: 'notice-files',
    apply: 'build',
    moduleParsed({ id }) {
      const found = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id.replace(/^\0+/, '').split('?')[0] ?? '');
      if (found) folders.add(found[0]);
    },
    generateBundle() {
      const texts = [...folders].map(noticeOf).sort();
      this.emitFile({
        type: 'asset',
        fileName: 'LICENSES.txt',
        source: `${texts.join(`\n\n${'-'.repeat(78)}\n\n`)}\n`,
      });
    },
    writeBundle: {
      // After all others have written theirs.
      order: 'post',
      handler({ dir = 'dist' }) {
        const files = readdirSync(dir).filter((name) => /\.(js|css|html)$/.test(name));
        const sums = files.sort().map((name) => [name, sumOf(readFileSync(join(dir, name)))]);
        writeFileSync(join(dir, 'integrity.json'), `${JSON.stringify(Object.fromEntries(sums), null, 2)}\n`);
      },
    },
  };
}

const sumOf = (file: Buffer): string => `sha384-${createHash('sha384').update(file).digest('base64')}`;

function noticeOf(folder: string): string {
  const { name, version, license = '' } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package;
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (!file) throw new Error(`${name} has no file with its licence, which must be kept beside what is bundled.`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}`;
}
