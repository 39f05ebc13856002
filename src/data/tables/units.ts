/** What a heading says of the numbers below it: name, unit, and the power of ten that brings them to the base unit. */
import { STEPS } from './cells.js';
import { periodIn } from './periods.js';
import { simplified } from '../traditional.js';

export interface UnitReading {
  /** "CNY", "person", "county", or the heading's own word; undefined where it names none. */
  readonly unit: string | undefined;
  /** Decimal places to the base unit: 4 for 万元, 0 for 元. */
  readonly power: number;
  /** The unit as it stands there. */
  readonly written: string;
  /** A part of a whole, or one thing for each of another: adding these up says nothing. */
  readonly isRatio: boolean;
}

export interface HeadingReading {
  readonly label: string;
  readonly unit: UnitReading | undefined;
}

const WORDS: readonly (readonly [word: RegExp, unit: string])[] = [
  [/^(元|人民币元|人民币|yuan|cny|rmb)$/i, 'CNY'],
  [/^(人|人次|名|位|口|persons?|people|residents|inhabitants)$/i, 'person'],
  [/^(个县|县|个县\(市、区\)|count(y|ies))$/i, 'county'],
];
const ENGLISH_STEPS: readonly (readonly [word: RegExp, power: number])[] = [
  [/^(100 million|hundred million) /i, 8],
  [/^(10,?000|ten thousand) /i, 4],
  [/^(1,?000|thousands?( of)?) /i, 3],
  // An m alone is a metre.
  [/^(1 ?million|millions?( of)?|mn|m(?= (yuan|cny|rmb|people|persons?)\b)) /i, 6],
  [/^(1 ?billion|billions?( of)?|bn) /i, 9],
];
/** One thing for each of another, or of a hundred; and headings of what is so without saying it. */
const RATIO_UNIT = /[%‰]|\/|每|per /i;
const RATIO_LABEL =
  /(率|比重|占比|比例|百分比|百分点|人均|户均|亩均|密度|增速|增幅|增长|指数|平均|均值|倍数)|\b(rate|ratio|share|percent|per capita|density|growth|average|mean|index)\b/i;

/** "资金（万元）", "资金/万元", "资金，单位：万元", "Funding (10,000 yuan)": the name, and its unit. */
export function readHeading(heading: string): HeadingReading {
  // Of a heading in two rows either may name the unit: "资金（万元） · 2018年".
  const steps = heading.split(' · ').map(readStep);
  return { label: steps.map(({ label }) => label).join(' · '), unit: steps.reverse().find(({ unit }) => unit)?.unit };
}

function readStep(heading: string): HeadingReading {
  const text = heading
    .replace(/[〔【［]/g, '[')
    .replace(/[〕】］]/g, ']')
    .trim();
  const match =
    /^(.+?)\s*[([](?:[单單]位[::]?\s*|unit:?\s*|in )?([^()[\]]+(?:\([^()]*\))?)[)\]]\s*$/i.exec(text) ??
    /^(.+?)[,，;；\s]*[单單]位[::]\s*(.+)$/.exec(text) ??
    /^(.+?)\s*[/／_]\s*((?:[百千万亿十]*元)|[百千万亿]+人|%)$/.exec(text) ??
    /^(.+?)\s*,\s*((?:million|billion|thousand|10,?000|100 million) .+|yuan|persons?|people|%)$/i.exec(text);
  const [, before = text, inBrackets] = match ?? [];
  // "资金（2018年）" names no unit, and "资金（2018年，万元）" one beside its period.
  const parts = inBrackets?.split(/[,;、]\s*/) ?? [];
  const periods = parts.filter((part) => periodIn(part)?.rest === '');
  const written =
    periods.length === parts.length ? undefined : parts.filter((part) => !periods.includes(part)).join(',');
  const label = periods.length > 0 && written !== undefined ? `${before}(${periods.join(',')})` : before;
  const isRatio = RATIO_LABEL.test(simplified(text));
  if (written === undefined)
    return { label: text, unit: isRatio ? { unit: undefined, power: 0, written: '', isRatio } : undefined };
  const unit = readUnit(written);
  return { label: label.trim(), unit: { ...unit, isRatio: unit.isRatio || isRatio } };
}

export function readUnit(written: string): UnitReading {
  const text = written.trim().replace(/[萬億]/g, simplified);
  const ratio = { unit: undefined, power: text.includes('%') ? -2 : 0, written: text, isRatio: true };
  if (RATIO_UNIT.test(text) && !/^10,?000/.test(text)) return ratio;
  const direct = unitOf(text);
  if (direct !== undefined) return { unit: direct, power: 0, written: text, isRatio: false };
  // 百分点, 百分制 and 万分之一 are words, and no steps before a unit.
  const step = /^([百千万亿十]+)(?![百千万亿十分])(.*)$/.exec(text);
  const power = STEPS[step?.[1] ?? ''];
  if (step && power !== undefined) {
    const rest = step[2] ?? '';
    return { unit: rest === '' ? undefined : (unitOf(rest) ?? rest), power, written: text, isRatio: false };
  }
  for (const [word, english] of ENGLISH_STEPS) {
    const rest = `${text} `.replace(word, '').trim();
    if (rest !== text)
      return { unit: unitOf(rest) ?? (rest || undefined), power: english, written: text, isRatio: false };
  }
  return { unit: text, power: 0, written: text, isRatio: false };
}

const unitOf = (word: string): string | undefined => WORDS.find(([pattern]) => pattern.test(simplified(word)))?.[1];
