/** What the index of the search is made with, and read with. */
import type { Options } from 'minisearch';
import { termsOfText } from './terms.js';

/** A section of a page. */
export interface Section {
  readonly id: number;
  readonly language: string;
  /** Of the page, below the folder of the documentation, with the anchor. */
  readonly address: string;
  readonly page: string;
  readonly title: string;
  readonly text: string;
}

export const SEARCH_OPTIONS: Options<Section> = {
  fields: ['title', 'page', 'text'],
  storeFields: ['language', 'address', 'page', 'title', 'text'],
  tokenize: termsOfText,
  processTerm: (term) => term,
};
