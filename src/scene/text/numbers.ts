/** Numbers as readers meet them: one display unit for a legend, and always the exact value beside it. */
import { kindOf } from '../../data/kinds/index.js';
import type { Notation } from '../../data/kinds/kind.js';
import type { Metric } from '../../data/types.js';
import { say, type Language } from '../words/index.js';
import { grammarOf } from '../words/languages.js';

/** A display unit: `value / divisor`, with `digits` behind the point. */
export interface DisplayUnit {
  readonly divisor: number;
  readonly digits: number;
  /** The unit's word, such as 万元; empty for shares. */
  readonly word: string;
  readonly isShare: boolean;
  /** What is above zero has a plus. */
  readonly isSigned?: boolean;
}

/** Making a formatter costs more than a hundred uses of it. */
const formatters = new Map<string, Intl.NumberFormat>();

/** A minus, and no hyphen: screen readers say it, and no line breaks after it. Nothing that is shown as 0 has one. */
const withMinus = (shown: string, value: number): string => (value < 0 && /[1-9]/.test(shown) ? `−${shown}` : shown);

/** With commas, as both languages have them, and between `least` and `most` digits behind the point. */
function format(value: number, language: Language, least: number, most: number): string {
  // Nobody counts three hundred digits.
  if (Math.abs(value) > 1e21) return value.toPrecision(4);
  // The first formatter of a page takes as long as the drawing of a map. What needs no rounding needs no formatter.
  const [whole = '', fraction = ''] = String(Math.abs(value)).split('.');
  const { numbers } = grammarOf(language);
  if (!numbers && /^\d+$/.test(whole + fraction) && fraction.length <= most) {
    const behind = fraction.padEnd(least, '0');
    return withMinus(`${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${behind && `.${behind}`}`, value);
  }
  const key = `${language} ${least} ${most}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.NumberFormat(numbers ?? language, {
      minimumFractionDigits: least,
      maximumFractionDigits: most,
    });
    formatters.set(key, formatter);
  }
  return withMinus(formatter.format(Math.abs(value)), value);
}

/**
 * The unit in which all of `values` are shown together: the largest that leaves the largest of them at 1 or more, with
 * as many digits as it takes to show those of `exactly` (two at the most).
 */
export function displayUnit(
  metric: Metric,
  values: readonly number[],
  language: Language,
  exactly = values,
): DisplayUnit {
  return unitFor(notationOf(metric), values, language, exactly);
}

const notationOf = (metric: Metric): Notation => kindOf(metric).notation(metric);

function unitFor(
  { steps, unit, isSigned }: Notation,
  values: readonly number[],
  language: Language,
  exactly = values,
): DisplayUnit {
  if (steps === 'share') return { divisor: 0.01, digits: digitsFor(exactly, 0.01), word: '', isShare: true, isSigned };
  const grammar = grammarOf(language);
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const isMoney = steps === 'money';
  const step = (isMoney ? grammar.money : grammar.many).find(({ divisor }) => largest >= divisor);
  const divisor = step?.divisor ?? 1;
  const plain = isMoney
    ? say(language, 'unit.yuan')
    : unitWord(unit, language, values.length === 1 ? values[0] : undefined);
  const word = step ? (isMoney ? say(language, step.word) : join(say(language, step.word), plain, language)) : plain;
  return { divisor, digits: digitsFor(exactly, divisor), word, isShare: false, isSigned };
}

/** The word for a feed's unit, for one of it or for any other number; a host's own word stands for itself. */
export function unitWord(unit: string | undefined, language: Language, value?: number): string {
  switch (unit) {
    case undefined:
    case 'share':
      return '';
    case 'CNY':
      return say(language, 'unit.yuan');
    case 'person':
    case 'county':
    case 'prefecture':
    case 'province':
      return say(language, value === 1 ? `unit.${unit}.one` : `unit.${unit}`);
    default: {
      const at = unit.lastIndexOf('/');
      if (at < 0) return unit;
      const over = unit.slice(0, at),
        base = unit.slice(at + 1);
      const of = unitWord(over, language);
      return isBaseUnit(base)
        ? say(language, 'unit.per', { unit: of, base: say(language, `base.${base}`) })
        : `${of}/${base}`;
    }
  }
}

const isBaseUnit = (unit: string): unit is 'person' | 'people' | 'county' =>
  ['person', 'people', 'county'].includes(unit);

function digitsFor(values: readonly number[], divisor: number): number {
  for (let digits = 0; digits < 3; digits++) {
    const exact = values.every(
      (value) =>
        Math.abs(value / divisor - Number((value / divisor).toFixed(digits))) <
        1e-9 * Math.max(1, Math.abs(value / divisor)),
    );
    if (exact) return digits;
  }
  // No more digits than it takes to tell them apart, and two that count in the least of them.
  const least = Math.min(...values.map((value) => Math.abs(value / divisor)).filter(Boolean));
  const isApart = (digits: number): boolean =>
    least * 10 ** digits >= 10 &&
    new Set(values.map((value) => (value / divisor).toFixed(digits))).size === new Set(values).size;
  return [1, 2, 3, 4, 5, 6].find(isApart) ?? 2;
}

/** A number in a unit, without its word: "3,087.5". */
export function formatIn(unit: DisplayUnit, value: number, language: Language): string {
  const shown = format(value / unit.divisor, language, unit.digits, unit.digits);
  return signed(unit.isShare ? `${shown}%` : shown, value, unit.isSigned);
}

/** A single value in its best unit, with the word: "3,087.5万元", "24.7亿元", "2人". */
export function formatValue(metric: Metric, value: number, language: Language): string {
  const notation = notationOf(metric);
  const unit = unitFor(notation, [value], language);
  if (unit.isShare) return notation.isSigned ? formatChange(value, language) : formatShare(value, language);
  const shown = value / unit.divisor;
  // How finely the base unit is written says nothing of millions of it.
  const digits = unit.divisor > 1 ? digitsOf(shown) : (notation.digits ?? digitsOf(shown));
  return signed(join(format(shown, language, 0, digits), unit.word, language), value, unit.isSigned);
}

/** To the last yuan or person: "30,875,000元". */
export function formatExact(metric: Metric, value: number, language: Language): string {
  const { steps, unit, isSigned } = notationOf(metric);
  if (steps === 'share') return formatValue(metric, value, language);
  // Yuan have cents; what was divided is as exact as it is written elsewhere.
  const digits = kindOf(metric).total ? 2 : (metric.digits ?? Math.max(2, digitsOf(value)));
  return signed(join(format(value, language, 0, digits), unitWord(unit, language, value), language), value, isSigned);
}

/** The word for a metric's base unit; empty where its numbers are shares. */
export const baseUnitWord = (metric: Metric, language: Language): string => unitWord(notationOf(metric).unit, language);

/** A figure that is of no metric, such as a headline: its number in the best unit, and that unit's word apart from it. */
export function formatFigure(
  value: number,
  unit: string | undefined,
  language: Language,
): { readonly number: string; readonly unit: string } {
  if (unit === 'share') return { number: formatShare(value, language), unit: '' };
  const shown = unitFor({ steps: unit === 'CNY' ? 'money' : 'many', unit }, [value], language);
  return { number: formatIn(shown, value, language), unit: shown.word };
}

/** "66.7%", "100%"; never "100%" for less than all. */
export function formatShare(share: number, language: Language): string {
  const percent = share * 100;
  const kept = percent < 100 && percent > 99.9 ? 99.9 : percent > 0 && percent < 0.1 ? 0.1 : percent;
  return `${format(kept, language, 0, 1)}%`;
}

/** "+3.2%": what is small has two digits before it is shown as nothing. */
function formatChange(change: number, language: Language): string {
  const percent = change * 100;
  return signed(`${format(percent, language, 0, Math.abs(percent) < 0.1 ? 2 : 1)}%`, change, true);
}

const signed = (text: string, value: number, isSigned = false): string =>
  isSigned && value > 0 && /[1-9]/.test(text) ? `+${text}` : text;

/** A number and its unit: closed up in Chinese, with a no-break space in English. */
export function join(number: string, word: string, language: Language): string {
  return word ? `${number}${grammarOf(language).unitSpace}${word}` : number;
}

/** Of a single value behind the point: about four that count. */
const digitsOf = (value: number): number => {
  const power = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  // From "0.0123" to "12,345.6".
  return Math.max(1, Math.min(7, (power < 0 ? 2 : 3) - power));
};
