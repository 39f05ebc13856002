/** The regions of a level as rows: what the table shows, and what goes into a CSV file. */
import type { Dataset, Datum } from '../../data/dataset.js';
import type { RegionCode } from '../../data/types.js';
import { describe, type PartnerLine } from '../text/description.js';
import { legendUnit } from './legend.js';
import { nameOf, placeOf } from '../text/names.js';
import { formatIn, formatShare } from '../text/numbers.js';
import { fillOf, type ClassIndex, type ClassScale, type Fill } from '../classes/scale.js';
import { plain } from '../text/search.js';
import { say, type Language } from '../words/index.js';
import { grammarOf } from '../words/languages.js';

export interface TableRow {
  readonly code: RegionCode;
  readonly name: string;
  /** For sorting: pinyin without tones in Chinese, the name itself in English. */
  readonly sortName: string;
  readonly place: string;
  readonly fill: Fill;
  readonly classIndex: ClassIndex | undefined;
  /** In the metric's base unit. */
  readonly value: number | undefined;
  /** In the legend's unit, without its word; or what there is instead of a value. */
  readonly text: string;
  /** To the last yuan, where that was published. */
  readonly exact: string | undefined;
  /** What must be said of the value; nothing where it was reported or confirmed. */
  readonly status: string;
  readonly partners: readonly PartnerLine[];
}

export type SortKey = 'name' | 'place' | 'value' | 'status' | 'partners';

/** Rows for all regions of the scale's level, in the order of the map. */
export function tableRows(dataset: Dataset, scale: ClassScale, language: Language): TableRow[] {
  const { regions } = dataset;
  const codes = { county: regions.counties, prefecture: regions.prefectures, province: regions.provinces }[scale.level];
  const unit = legendUnit(scale, language);
  return codes.flatMap((code): TableRow[] => {
    const description = describe(dataset, scale, code, language);
    if (!description) return [];
    const datum: Datum = dataset.datum(code, scale.metric.id, scale.period);
    const value = datum.kind === 'value' ? datum.value : undefined;
    const shown = value === undefined ? say(language, `kind.${datum.kind as Exclude<Datum['kind'], 'value'>}`) : '';
    const number =
      value === undefined ? '' : unit.isShare ? formatShare(value, language) : formatIn(unit, value, language);
    return [
      {
        code,
        name: nameOf(regions, code, language),
        sortName: grammarOf(language).sortsByPinyin
          ? plain(regions.get(code)?.pinyin ?? code)
          : nameOf(regions, code, language),
        place: placeOf(regions, code, language),
        fill: fillOf(datum, scale),
        classIndex: description.classIndex,
        value,
        text: shown || number,
        exact: description.value.exact,
        status: description.value.status ?? '',
        partners: description.partners,
      },
    ];
  });
}

/** Does a row say something of the pairing? What lies outside does not. */
export const isInvolved = ({ fill }: TableRow): boolean => fill.kind !== 'outside';

/** Orders rows by a column; what has no value always comes last, and equals keep the order of the map. */
export function sortRows(rows: readonly TableRow[], key: SortKey, isDescending: boolean): TableRow[] {
  const sign = isDescending ? -1 : 1;
  const compare = (a: TableRow, b: TableRow): number => {
    switch (key) {
      case 'value':
        if (a.value === undefined || b.value === undefined)
          return Number(a.value === undefined) - Number(b.value === undefined);
        return sign * (a.value - b.value);
      case 'name':
        return sign * compareText(a.sortName, b.sortName);
      case 'place':
        return sign * compareText(a.code, b.code);
      case 'status':
        return sign * compareText(a.status, b.status);
      case 'partners':
        return sign * (a.partners.length - b.partners.length);
    }
  };
  return rows
    .map((row, order) => ({ row, order }))
    .sort((a, b) => compare(a.row, b.row) || a.order - b.order)
    .map(({ row }) => row);
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
