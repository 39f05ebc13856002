/** The gathered facts as they lie in data/facts, and the sources that the feed names. */
import { readFileSync } from 'node:fs';

export interface FactSource {
  readonly url?: string;
  readonly title?: string;
  readonly date?: string;
}

interface Place {
  readonly code: string | null;
  readonly zh: string;
  readonly en: string;
}

export interface Counterpart {
  readonly code: string;
  readonly pairing: {
    readonly grade: 'confirmed' | 'inferred' | 'city-only' | 'unknown';
    readonly partners: readonly (Place & { readonly city: Place; readonly note?: string })[];
    readonly cities: readonly Place[];
    readonly sources: readonly FactSource[];
  };
  readonly membership: { readonly sources: readonly FactSource[] };
}

export type Words = { readonly 'zh-CN': string; readonly 'zh-Hant'?: string; readonly en: string };
/** `traditional` where it is written otherwise, and where the feed itself says it: names of sources and notes stand as they were published. */
export const words = (zh: string, en: string, traditional?: string): Words => ({
  'zh-CN': zh,
  ...(traditional === undefined ? {} : { 'zh-Hant': traditional }),
  en,
});

export interface FactNote {
  readonly code: string;
  readonly title: Words;
  readonly text: Words;
  /** An id of sources.json. */
  readonly source: string;
  /** Where figures.json has the numbers: places in its list `figures`. */
  readonly figures?: readonly number[];
  /** Where funding-reported.json has them: places in its list `rows`. */
  readonly amounts?: readonly number[];
}

/** In which year's batch a county left the poverty list. */
export interface ExitFact {
  readonly code: string;
  /** Null where it never was on it. */
  readonly year: number | null;
  readonly status: 'reported' | 'inferred';
  readonly source: FactSource;
}

/** Residents of a county, by the census of 2020. */
export interface Residents {
  readonly code: string;
  readonly side: 'receiver' | 'giver';
  readonly population: number;
  readonly share65: number | null;
}

/** A row of sources.json: our id and words for a source that the facts name by `key`, its address or its title. */
type SourceRow = Words & {
  readonly id: string;
  readonly key: string;
  /** An address under which the facts name the same text; it is a copy and is not linked. */
  readonly alias?: string;
  /** False where the address is a copy on another site, which is not linked. */
  readonly link?: boolean;
};

export interface FeedSource {
  readonly id: string;
  readonly name: Words;
  readonly url?: string;
  readonly date?: string;
}

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../facts/${name}`, import.meta.url), 'utf8')) as T;

/** Sorted by code. */
export const counterparts = read<Counterpart[]>('counterparts.json').sort((a, b) => (a.code < b.code ? -1 : 1));
export const notes = read<FactNote[]>('notes.json');
const rows = read<SourceRow[]>('sources.json');
const exits = read<{
  readonly sources: readonly (FactSource & { readonly id: string; readonly name: string })[];
  readonly rows: readonly (Omit<ExitFact, 'source'> & { readonly source: string })[];
}>('exit-year.json');
const exitSources = new Map(exits.sources.map(({ id, name, url, date }) => [id, named(name, url, date)]));

/** By code. */
export const exitFacts: ReadonlyMap<string, ExitFact> = new Map(
  exits.rows.map((row) => [row.code, { ...row, source: exitSources.get(row.source) ?? {} }]),
);

const amounts = read<{
  readonly sources: readonly { readonly name: string; readonly url?: string | null; readonly date?: string }[];
}>('funding-reported.json').sources.map(({ name, url, date }) => named(name, url, date));

const census = read<{
  readonly sources: readonly { readonly date: string }[];
  readonly rows: readonly Residents[];
}>('population-2020.json');

/** Of those who are helped, and of those who help. */
export const residents = census.rows;

const { figures } = read<{ figures: readonly { readonly sources: readonly FactSource[] }[] }>('figures.json');

/** A source of the later facts; what was seen only as a copy has no address, and goes by its name. */
function named(name: string, url: string | null | undefined, date: string | undefined): FactSource {
  return { ...(url ? { url } : {}), title: name, date };
}

const keyOf = ({ url, title }: FactSource): string => url ?? title ?? '';
const rowByKey = new Map(
  rows.flatMap((row) => [[row.key, row], ...(row.alias ? [[row.alias, row]] : [])] as [string, SourceRow][]),
);

/** Of several sources the first with an address speaks; without one, the first. */
export function sourceIdOf(sources: readonly FactSource[]): string {
  const source = sources.find(({ url }) => url !== undefined) ?? sources[0];
  const row = source && rowByKey.get(keyOf(source));
  if (!row)
    throw new Error(`data/facts/sources.json has no row for ${source ? keyOf(source) : 'a fact without sources'}`);
  return row.id;
}

/** The sources with these ids, in the order of sources.json. */
export function feedSources(ids: ReadonlySet<string>): FeedSource[] {
  const facts = new Map(
    [
      ...figures.flatMap((figure) => figure.sources),
      ...counterparts.flatMap(({ pairing, membership }) => [...membership.sources, ...pairing.sources]),
      ...exitSources.values(),
      ...amounts,
      { title: 'leiii/census', date: census.sources[0]?.date },
    ]
      .filter(({ date }) => date !== undefined)
      .map((source) => [keyOf(source), source]),
  );
  return rows
    .filter(({ id }) => ids.has(id))
    .map((row) => {
      const date = facts.get(row.key)?.date;
      return {
        id: row.id,
        name: { 'zh-CN': row['zh-CN'], en: row.en },
        ...(/^https?:\/\//.test(row.key) && row.link !== false ? { url: row.key } : {}),
        // The facts also know approximate dates; a feed states a day or nothing.
        ...(date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(date) ? { date } : {}),
      };
    });
}
