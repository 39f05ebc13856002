/** Which pages there are, in the order of the menu. Each is a file in `docs/zh-CN/` and `docs/en/`, or made of the manifest. */
import { readFileSync } from 'node:fs';
import type { DocLanguage, DocWords } from './words.js';

type Group = keyof DocWords['groups'];

export interface PageEntry {
  readonly slug: string;
  readonly group: Group;
  /** Of pages that are made of the manifest: the tag. */
  readonly tag?: string;
}

/** In the order in which a reader meets them. */
export const ELEMENT_TAGS = [
  'pair-atlas',
  'pair-map',
  'pair-metrics',
  'pair-timeline',
  'pair-tour',
  'pair-sound',
  'pair-legend',
  'pair-details',
  'pair-summary',
  'pair-table',
  'pair-search',
  'pair-ledger',
  'pair-columns',
  'pair-export',
  'pair-text-size',
  'pair-doctor',
];

const texts = (group: Group, ...slugs: readonly string[]): PageEntry[] => slugs.map((slug) => ({ slug, group }));

export const PAGES: readonly PageEntry[] = [
  ...texts('start', 'index', 'embed'),
  ...texts('elements', 'elements'),
  ...ELEMENT_TAGS.map((tag): PageEntry => ({ slug: tag, group: 'elements', tag })),
  ...texts('look', 'theming', 'recipes', 'extend'),
  ...texts('data', 'data', 'feed', 'boundaries', 'faults'),
  ...texts('more', 'accessibility', 'frameworks', 'security', 'migrations'),
];

export const pathOf = (language: DocLanguage, slug: string): string => `${language}/${slug}.html`;

/** The Markdown of a page. */
export const sourceOf = (language: DocLanguage, slug: string): string =>
  readFileSync(`docs/${language}/${slug}.md`, 'utf8');
