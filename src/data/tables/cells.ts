/** What people write into the cells of tables: "1,234.5", "3,087.5万", "2.4亿元", "12.3%", "1,200（初步）", "—", "未检出". */
import { LARGEST } from '../kinds/cell.js';
import { specialOf, type SpecialValue } from '../special.js';
import type { Status } from '../status.js';
import { simplified } from '../traditional.js';
import { cellText, type Cell } from './sheet.js';

export type CellReading =
  | NumberReading
  | { readonly kind: 'missing' }
  /** There is no number, and the cell says why. */
  | { readonly kind: 'special'; readonly special: string; readonly status?: Status }
  | { readonly kind: 'unreadable' };

export interface NumberReading {
  readonly kind: 'number';
  /** The number as a decimal, to be scaled without loss. */
  readonly digits: string;
  /** Power of ten that the cell itself says: 4 for 万, -2 for %. */
  readonly scale: number | undefined;
  readonly isPercent: boolean;
  /** What stands in brackets behind it. */
  readonly status?: Status;
  /** More than digits, commas between thousands, a point, a sign and %: it was read, and the ledger says so. */
  readonly isDressed: boolean;
}

/** What spreadsheets and bureaus write where there is no number. */
const MISSING =
  /^(|[-–—―_/\\*.…·]+|n\/?a|nan|null|none|nil|不详|未公布|未公开|缺失|缺|空|暂无|暂缺|无数据|#(n\/a|null!|div\/0!|value!|ref!|name\?|num!))$/i;

/** What they write to say why, beside the words that feeds have for it. */
const SPECIAL_WORDS: readonly (readonly [RegExp, SpecialValue])[] = [
  [/^(为?保密(不公布)?|涉密|不予公布|不便公布|confidential|withheld)$/i, 'suppressed'],
  [/^not applicable$/i, 'not-applicable'],
  [
    /^(低于检出限|低于侦测极限|检出限以下|n\.?d\.?|not detected|below (the )?(detection )?limit|<\s*(检出限|lod))$/i,
    'below-limit',
  ],
];

/** Words for how sure a number is, whole: of a column of its own, and in brackets behind a number. */
const STATUS_WORDS: readonly (readonly [RegExp, Status])[] = [
  [/^((已?公布|公开|官方|实际|统计)(的?(数据|数字|数))?|reported)$/i, 'reported'],
  [/^((已?证实|已?核实|已?确认)(的?(数据|数字|数))?|confirmed)$/i, 'confirmed'],
  [/^((已?修订|已?修正|已?更正)(的?(数据|数字|数))?|revised|r)$/i, 'revised'],
  [/^((初步(核算|统计)?|快报|预报)(的?(数据|数字|数))?|provisional|preliminary|prelim\.?|p)$/i, 'provisional'],
  [/^((推断|推定|推算)(的?(数据|数字|数))?|inferred)$/i, 'inferred'],
  [/^((估算|估计|预计)(的?(数据|数字|数))?|estimated?|e)$/i, 'estimated'],
  [/^((示意|示例|虚构)(的?(数据|数字|数))?|illustrative)$/i, 'illustrative'],
];

/** Undefined where the text says nothing of that. */
export const statusIn = (text: string): Status | undefined => {
  const plain = simplified(text);
  return STATUS_WORDS.find(([words]) => words.test(plain))?.[1];
};

/** Powers of ten of the steps in which numbers are counted. */
export const STEPS: Readonly<Record<string, number>> = {
  百: 2,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  十亿: 9,
  百亿: 10,
  万亿: 12,
};

/** Footnote marks that a wider normalisation would make digits of. */
const FOOTNOTE = /[\u00b2\u00b3\u00b9\u2070-\u209c\u2460-\u24ff\u2776-\u2793]/;
const NUMBER =
  /^([+-]?)((?:rmb|cny|[¥￥])\s*)?((?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d*)?|\.\d+)(?:e([+-]?\d{1,3}))?\s*(%|[百千万亿十]+)?\s*(元|人|名|个|户|家|yuan|people)?$/i;
const PLAIN = /^[+-]?[\d,.]+%?$/;
/** What most cells are. */
const DIGITS = /^-?\d{1,15}(\.\d+)?$/;

export function readCell(cell: Cell | undefined): CellReading {
  // A spreadsheet has the number itself, however it is shown.
  if (typeof cell === 'number') return numberReading(String(cell), undefined, false, false);
  if (typeof cell === 'string' && DIGITS.test(cell)) return numberReading(cell, undefined, false, false);
  const text = simplified(cellText(cell)).replace(/^[−﹣]/, '-');
  if (MISSING.test(text)) return { kind: 'missing' };
  const { text: read, status } = withoutStatus(text);
  const special = specialOf(read, {}) ?? SPECIAL_WORDS.find(([words]) => words.test(read))?.[1];
  if (special !== undefined) return { kind: 'special', special, ...(status ? { status } : {}) };
  return readText(read, String(cell).trim() === read, status);
}

/** "2018(推断)": what the cell says, and how sure that is. Whatever else stands in brackets belongs to it. */
export function withoutStatus(text: string): { readonly text: string; readonly status: Status | undefined } {
  const [, bare = text, remark = ''] = /^(.*?)\s*\(([^()]+)\)$/.exec(text) ?? [];
  const status = remark ? statusIn(remark) : undefined;
  return status ? { text: bare, status } : { text, status };
}

function readText(text: string, isAsWritten: boolean, status: Status | undefined): CellReading {
  if (FOOTNOTE.test(text)) return { kind: 'unreadable' };
  const match = NUMBER.exec(text.replace(/(\d) (?=\d{3}(\D|$))/g, '$1'));
  if (!match) return { kind: 'unreadable' };
  const [, sign = '', , whole = '', exponent = '0', step] = match;
  // "1.2E+08" is what a spreadsheet has left of a figure; "1e+05" is a round one.
  if (Number(exponent) > 0 && whole.includes('.')) return { kind: 'unreadable' };
  const scale = step === undefined ? undefined : step === '%' ? -2 : STEPS[step];
  // 万百 is no step.
  if (step !== undefined && scale === undefined) return { kind: 'unreadable' };
  const digits = `${sign === '-' ? '-' : ''}${whole.replace(/,/g, '')}${exponent === '0' ? '' : `e${exponent}`}`;
  return numberReading(digits, scale, step === '%', !isAsWritten || !PLAIN.test(text), status);
}

function numberReading(
  decimal: string,
  scale: number | undefined,
  isPercent: boolean,
  isDressed: boolean,
  status?: Status,
): CellReading {
  const digits = decimal.replace('e+', 'e');
  const value = scaled(digits, scale ?? 0);
  return Number.isFinite(value) && Math.abs(value) <= LARGEST
    ? { kind: 'number', digits, scale, isPercent, isDressed, ...(status ? { status } : {}) }
    : { kind: 'unreadable' };
}

/** A decimal times a power of ten, as close as a double comes: 1234.56 in 万 is 12345600, and not a hair beside it. */
export function scaled(digits: string, power: number): number {
  if (power === 0) return Number(digits);
  const e = digits.indexOf('e');
  return e < 0 ? Number(`${digits}e${power}`) : Number(`${digits.slice(0, e)}e${Number(digits.slice(e + 1)) + power}`);
}
