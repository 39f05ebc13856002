/** A whole feed as files for other programs: a workbook, or CSV on the Web. Fetched when one is asked for. */
import { strToU8, zipSync } from 'fflate';
import type { Dataset } from '../data/dataset.js';
import type { Fault } from '../data/faults.js';
import { METADATA, csvwOf } from '../scene/parts/csvw.js';
import { workbookSheets } from '../scene/parts/workbook.js';
import type { Language } from '../scene/words/index.js';
import { XLSX_TYPE, writeWorkbook } from './xlsx-out.js';

export const FEED_FILE_KINDS = ['xlsx', 'csvw'] as const;
export type FeedFileKind = (typeof FEED_FILE_KINDS)[number];

export const feedWorkbook = (dataset: Dataset, faults: readonly Fault[], language: Language): Uint8Array =>
  writeWorkbook(workbookSheets(dataset, faults, language));

/** Two files in one, for a page gives its reader one at a time. `stem` is the name of both. */
export function feedArchive(dataset: Dataset, stem: string, language: Language): Uint8Array {
  const name = `${stem}.csv`;
  const { csv, metadata } = csvwOf(dataset, name, language);
  const options = { mtime: new Date(1980, 0, 1) };
  return zipSync({ [name]: [strToU8(csv), options], [`${name}${METADATA}`]: [strToU8(metadata), options] });
}

export const FEED_FILE_TYPES: Readonly<Record<FeedFileKind, string>> = { xlsx: XLSX_TYPE, csvw: 'application/zip' };
