/**
 * The files of a page that is seen before its script, as `pair-atlas snapshot` writes them. Fetched when they are asked for; the style
 * sheet, which is the same for all, lies beside this file.
 */
import { strToU8, zipSync } from 'fflate';
import '../../src/scene/classes/methods/all.js';
import '../../src/scene/words/all.js';
import { buildDataset } from '../../src/data/build-dataset.js';
import { parseFeed } from '../../src/data/parse-feed.js';
import { readTopology } from '../../src/data/read-topology.js';
import { isScheme } from '../../src/scene/classes/ramp.js';
import { wholeViews, snapshotOf } from '../../src/state/snapshot.js';
import { STATIC_SHEET, staticPage, type PageChoices } from '../../src/standalone/static/page.js';
import { staticValues } from '../../src/standalone/static/values.js';
import type { Draft } from './draft.js';
import type { RawFeed } from './feed.js';
import {
  FEED_FILE,
  MAPS_FILE,
  MAPS_STYLE,
  PAGE_FILE,
  feedAddress,
  hasFeed,
  scriptOf,
  toAttributes,
  toInner,
  toPage,
} from './output.js';
import type { Tongue } from './words.js';

export { STATIC_SHEET };

const SHEET = new URL(`./${STATIC_SHEET}`, import.meta.url);
const GEOMETRY = new URL('../data/counties-2018.json', import.meta.url);
/** CSS pixels that an atlas is wide on most screens. */
const WIDTH = 1200;

export interface PageFiles {
  readonly names: readonly string[];
  readonly page: string;
  readonly zip: Uint8Array;
}

/** @param feed What is published. */
export async function pageFiles(draft: Draft, feed: RawFeed, title: string, tongue: Tongue): Promise<PageFiles> {
  const isStatic = draft.layout === 'page';
  const page = isStatic ? await pageOf(draft, feed, tongue) : toPage(draft, title, draft.language || tongue);
  const files: Record<string, Uint8Array> = { [PAGE_FILE]: strToU8(page) };
  if (isStatic) files[STATIC_SHEET] = strToU8(await (await fetched(SHEET)).text());
  if (toInner(draft)) files[MAPS_FILE] = strToU8(MAPS_STYLE);
  if (hasFeed(draft)) files[FEED_FILE] = strToU8(`${JSON.stringify(feed, undefined, 1)}\n`);
  return { names: Object.keys(files), page, zip: zipSync(files) };
}

async function pageOf(draft: Draft, feed: RawFeed, tongue: Tongue): Promise<string> {
  const { metric, per, period, method, classes, scheme, theme, permalink, droppable } = draft;
  const topology = readTopology(await (await fetched(GEOMETRY)).json(), GEOMETRY.href);
  const reading = parseFeed(feed);
  if (reading.kind !== 'feed' || topology.kind !== 'regions')
    throw new Error([...reading.faults, ...topology.faults].map(({ code, path }) => `${code} ${path}`).join(', '));
  const dataset = buildDataset(reading.feed, reading.codes, topology.regions, reading.faults);
  const asked = toAttributes(draft);
  const choices: PageChoices = {
    feed: hasFeed(draft) ? feedAddress(draft) : undefined,
    geometry: undefined,
    language: draft.language || tongue,
    metric: metric || undefined,
    per: per || undefined,
    period: period || undefined,
    selected: [],
    theme: theme || 'light',
    method: asked.method === undefined ? undefined : method,
    classes: asked.classes === undefined ? undefined : classes,
    scheme: asked.scheme === undefined || !isScheme(scheme) ? undefined : scheme,
    others: {
      ...(theme ? { theme } : {}),
      ...(permalink ? { permalink: '' } : {}),
      ...(droppable ? { droppable: '' } : {}),
    },
  };
  const values = staticValues(choices, dataset, [...reading.faults, ...topology.faults]);
  const snapshot = snapshotOf(values, wholeViews(values));
  if (!snapshot) throw new Error('no map');
  return staticPage({ choices, snapshot, scripts: [scriptOf(draft)], width: WIDTH });
}

async function fetched(url: URL): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`);
  return response;
}
