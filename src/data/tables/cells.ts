/** Numbers as people write them into tables: "1,234.5", "3,087.5万", "2.4亿元", "12.3%", "—". */
import { cellText, type Cell } from './sheet.js';

export type NumberReading =
  /** `digits` is the number as a decimal, to be scaled without loss; `scale` is what the cell itself says: 4 for 万, -2 for %. */
  | {
      readonly kind: 'number';
      readonly digits: string;
      readonly scale: number | undefined;
      readonly isPercent: boolean;
    }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable' };

/** What spreadsheets and bureaus write where there is no number. */
const MISSING =
  /^(|[-–—―_/\\*.…·]+|n\/?a|nan|null|none|nil|不详|未公布|未公开|缺失|缺|空|暂无|暂缺|无数据|suppressed|#(n\/a|null!|div\/0!|value!|ref!|name\?|num!))$/i;

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

/** Larger than this is no figure of a county: Excel itself is exact to fifteen digits. */
const LARGEST = 1e15;
/** Footnote marks that a wider normalisation would make digits of. */
const FOOTNOTE = /[\u00b2\u00b3\u00b9\u2070-\u209c\u2460-\u24ff\u2776-\u2793]/;
const NUMBER =
  /^([+-]?)(?:(?:rmb|cny|[¥￥])\s*)?((?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d*)?|\.\d+)(?:e([+-]?\d{1,2}))?\s*(%|[百千万亿十]+)?\s*(元|人|名|个|户|家|yuan|people)?$/i;

export function readNumber(cell: Cell | undefined): NumberReading {
  const text = cellText(cell).replace(/^[−﹣]/, '-');
  if (MISSING.test(text)) return { kind: 'missing' };
  if (FOOTNOTE.test(text)) return { kind: 'unreadable' };
  const match = NUMBER.exec(text.replace(/(\d) (?=\d{3}(\D|$))/g, '$1'));
  if (!match) return { kind: 'unreadable' };
  const [, sign = '', whole = '', exponent = '0', step] = match;
  const isPercent = step === '%';
  const scale = step === undefined ? undefined : isPercent ? -2 : STEPS[step];
  // 万百 is no step.
  if (step !== undefined && scale === undefined) return { kind: 'unreadable' };
  const digits = `${sign === '-' ? '-' : ''}${whole.replace(/,/g, '')}e${exponent.replace('+', '')}`;
  const value = scaled(digits, scale ?? 0);
  return Number.isFinite(value) && Math.abs(value) <= LARGEST
    ? { kind: 'number', digits, scale, isPercent }
    : { kind: 'unreadable' };
}

/** A decimal times a power of ten, as close as a double comes: 1234.56 in 万 is 12345600, and not a hair beside it. */
export function scaled(digits: string, power: number): number {
  const [mantissa = '', exponent = '0'] = digits.split('e');
  return Number(`${mantissa}e${Number(exponent) + power}`);
}
