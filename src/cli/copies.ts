/** The feed that was checked, written to other files. */
import { basename } from 'node:path';
import { METADATA, csvwOf } from '../scene/parts/csvw.js';
import type { Language } from '../scene/words/index.js';
import { feedWorkbook } from '../state/feed-files.js';
import type { Copies } from './arguments.js';
import type { Reading } from './files.js';

export type NewFile = readonly [file: string, content: string | Uint8Array];

export function copiesOf(
  { feed, xlsx, csvw }: Copies,
  { json, dataset, faults }: Reading,
  language: Language,
): NewFile[] {
  const files: NewFile[] = [];
  if (feed !== undefined) files.push([feed, `${JSON.stringify(json, undefined, 1)}\n`]);
  if (!dataset) return files;
  if (xlsx !== undefined) files.push([xlsx, feedWorkbook(dataset, faults, language)]);
  if (csvw !== undefined) {
    const { csv, metadata } = csvwOf(dataset, basename(csvw), language);
    files.push([csvw, csv], [csvw + METADATA, metadata]);
  }
  return files;
}
