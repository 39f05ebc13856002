/** A column of figures as a metric: its kind, told by heading and cells, where that is safe. */
import { readCell, scaled, statusIn, withoutStatus, type NumberReading } from './cells.js';
import { MOST_CATEGORIES, categoriesOf, orderOf } from './categories.js';
import { addsUp, hasNames, hasOrder, isAlwaysPart, isPart, isWhole } from './column-kind.js';
import type { ColumnRole, MetricColumn } from './columns.js';
import { periodIn } from './periods.js';
import { cellText, type Cell } from './sheet.js';
import { readHeading, readUnit, type UnitReading } from './units.js';

const GROWTH = /增速|增幅|增长|涨幅|涨跌|变化|变动|增减|同比|环比|\b(change|growth|increase|yoy)\b/i;
const DECLINE = /降幅|跌幅|下降|减少|\b(decline|decrease)\b/i;
const NET = /净|盈亏|差额|结余|顺差|逆差|\b(net|balance|surplus)\b/i;
const PER = /人均|户均|亩均|地均|密度|\b(per capita|density)\b/i;
/** What stands for itself, and adds up to nothing. */
const MEAN =
  /指数|平均|均值|均价|中位|倍数|得分|评分|分数|海拔|气温|温度|湿度|年龄|排名|位次|名次|\b(index|average|mean|median|score|elevation|altitude|temperature|age|rank)\b/i;
const MEAN_UNIT = /^(℃|°C|°|度|岁|分|倍|dB|pH|百分点|percentage points?)$/i;
const PART = /率|比重|占比|比例|百分比|\b(rate|ratio|share|percent(age)?|proportion)\b/i;
/** Of these no figure is more than the whole: one that is more is a slip. */
const OF_WHOLE = /占比|比重|比例|覆盖|\b(share|proportion|coverage)\b/i;
/** Numbers that name something. */
const NUMBERED = /电话|手机|传真|邮编|邮政编码|身份证|编号|\b(phone|fax|zip|postcode|id)\b/i;
const STEPPED = /(批次?|等级|级别|等次|档次?|星级|类型?|类别)$|\b(grade|level|tier|batch|class|type|category)$/i;
const NAMES = /(类型?|类别)$|\b(type|category)$/i;
const PERCENT = /^(%|百分比|per ?cent)$/i;

/** Counted in people or things, whatever the rest of the table is in. */
const COUNTED = /人口|人数|人次|户数|个数|件数|数量|\b(population|residents|people|number of)\b/i;
/** "增长额" is an amount, and 增长 by itself may be in per cent. */
const AMOUNT = /额$/;

export const NO_UNIT: UnitReading = { unit: undefined, power: 0, written: '', isRatio: false };

export interface FiguresQuestion {
  readonly heading: string;
  /** Those that are not empty. */
  readonly cells: readonly Cell[];
  /** The unit that stands above the table: "单位：万元". */
  readonly above: UnitReading | undefined;
  readonly isName: (cell: Cell) => boolean;
}

export function metricRole({ heading, cells, above, isName }: FiguresQuestion): ColumnRole {
  const { text, status } = withoutStatuses(heading);
  const { label, unit: own } = readHeading(text);
  const readings = cells.map(readCell);
  const numbers = readings.filter((reading): reading is NumberReading => reading.kind === 'number');
  const strange = cells.filter((_, i) => readings[i]?.kind === 'unreadable');
  if (NUMBERED.test(label)) return { as: 'ignored', because: 'label' };
  const metric = (kind: string, rest: Partial<MetricColumn>): MetricColumn => ({
    as: 'metric',
    id: '',
    label,
    kind,
    unit: undefined,
    written: own?.written ?? '',
    power: 0,
    ...(status ? { status } : {}),
    ...rest,
  });
  // A few cells that cannot be read are faults of these cells; a column of which most cannot is no column of numbers.
  if (numbers.length === 0 || strange.length > numbers.length) {
    if (strange.length === 0) return { as: 'ignored', because: 'empty' };
    const found = cells.some(isName) ? undefined : categoriesOf(label, cells.filter(isSaid).map(nameIn));
    return found ? metric(found.kind, { categories: found.ids }) : { as: 'ignored', because: 'text' };
  }
  const whole = wholeNumbers(numbers);
  const steps = whole && own === undefined ? [...new Set(whole)].sort((a, b) => a - b) : [];
  const isYear = /年|year/i.test(label) && !periodIn(label) && whole?.every((value) => value >= 1900 && value < 2100);
  const isStep = STEPPED.test(label) && whole?.every((value) => value >= 0 && value <= 20);
  if (steps.length > 0 && (isYear || isStep)) {
    const special = [...new Set(strange.map(nameIn))];
    if (steps.length > MOST_CATEGORIES || special.length > 3)
      return { as: 'ignored', because: isYear ? 'year' : 'text' };
    const kind = NAMES.test(label) ? 'category' : 'ordered';
    return metric(kind, { categories: steps.map(String), ...(special.length > 0 ? { special } : {}) });
  }
  return figures(label, cells, numbers, own, above, metric);
}

function figures(
  label: string,
  cells: readonly Cell[],
  numbers: readonly NumberReading[],
  own: UnitReading | undefined,
  above: UnitReading | undefined,
  metric: (kind: string, rest: Partial<MetricColumn>) => MetricColumn,
): ColumnRole {
  // A table all in per cent, or in one thing for each of another, is so in each column that names no unit.
  const isOfTable = !own?.written && above?.isRatio && !COUNTED.test(label);
  const written = isOfTable ? above.written : (own?.written ?? '');
  const isPercent = PERCENT.test(written) || numbers.filter((each) => each.isPercent).length * 2 > numbers.length;
  const values = (power: number): number[] => numbers.map(({ digits, scale }) => scaled(digits, scale ?? power));
  const hasNegative = numbers.some(({ digits }) => digits.startsWith('-') && Number(digits) < 0);
  if (isPercent) {
    const power = PERCENT.test(written) ? -2 : 0;
    if (GROWTH.test(label)) return metric('change', { power, written });
    const shares = values(power);
    const within = shares.filter((value) => value >= 0 && value <= 1).length;
    const isShare = within === shares.length || (OF_WHOLE.test(label) && within * 10 >= shares.length * 9);
    return isShare && !DECLINE.test(label)
      ? metric('share', { power, written })
      : metric('index', { unit: '%', written });
  }
  if (/[/每‰]|\bper\b/i.test(written)) {
    const kind = hasNegative ? (GROWTH.test(label) ? 'change' : 'index') : 'rate';
    return metric(kind, { ...rateUnit(written), written });
  }
  const { unit, power, written: named } = unitOf(label, own, above);
  const based = { unit: unit ?? '', power, written: named };
  if (PER.test(label)) {
    const perHead = unit === 'CNY' && /人均|per capita/i.test(label);
    return metric(hasNegative ? 'index' : 'rate', perHead ? { ...based, unit: 'CNY/person' } : based);
  }
  if (GROWTH.test(label) && (hasNegative || PART.test(label))) return metric('change', own ? based : { unit: '' });
  // Without a unit nobody knows of what it is the growth: of that no sum is made.
  if ((GROWTH.test(label) || DECLINE.test(label)) && unit === undefined) return metric('index', { unit: '' });
  if (MEAN.test(label) || MEAN_UNIT.test(written)) return metric('index', own ? based : { unit: '' });
  if (PART.test(label)) {
    // Without a sign of per cent, only what can be nothing else is a share.
    const isShare = values(0).every((value) => value >= 0 && value <= 1) && wholeNumbers(numbers) === undefined;
    return isShare ? metric('share', {}) : metric('index', { unit: own?.unit ?? '', power: own?.power ?? 0 });
  }
  const isMoney = unit === 'CNY' || cells.some((cell) => /元$/.test(cellText(cell)));
  if (hasNegative && NET.test(label)) return metric('change', based);
  if (hasNegative && !isMoney && unit === undefined) return metric('index', { unit: '' });
  const isInteger = values(power).every(Number.isInteger);
  if (isMoney) return metric('amount', { ...based, unit: 'CNY' });
  // An amount without a unit would be shown as yuan, and nobody has said that it is.
  return !isInteger && unit !== 'person' ? metric('amount', based) : metric('count', { ...based, unit });
}

/** The heading's own unit, or the table's where the column can be in it. "资金（万）" below 单位：元 says how many, and the table of what. */
function unitOf(label: string, own: UnitReading | undefined, above: UnitReading | undefined): UnitReading {
  const ofTable = above && holdsFor(label, above) ? above : NO_UNIT;
  if (!own?.written) return ofTable;
  return own.unit === undefined && !own.isRatio ? { ...own, unit: ofTable.unit } : own;
}

/** The unit of a table is that of its amounts: it makes no yuan of a rate of growth, an index, or people. */
const holdsFor = (label: string, { unit, isRatio }: UnitReading): boolean =>
  !isRatio &&
  (AMOUNT.test(label) || ![GROWTH, DECLINE, MEAN, PART, PER].some((words) => words.test(label))) &&
  !(unit === 'CNY' && COUNTED.test(label));

/** What an author or a reader says that the column is, with the unit as it would stand in the heading. */
export function chosenMetric(
  kind: string,
  unit: string | undefined,
  heading: string,
  cells: readonly Cell[],
  above: UnitReading | undefined,
): ColumnRole {
  const { text, status } = withoutStatuses(heading);
  const said = readHeading(text);
  // Whoever calls a growth an amount says that it is in the unit of the table's amounts.
  const isOfTable = above?.isRatio && !said.unit?.written && !addsUp(kind);
  const found = isOfTable ? above : unitOf(addsUp(kind) && !isWhole(kind) ? '' : said.label, said.unit, above);
  const reading = unit === undefined ? found : readUnit(unit);
  const { unit: base, power, written } = reading;
  const isPercent = PERCENT.test(written);
  const common = { as: 'metric', id: '', label: said.label, kind, written, ...(status ? { status } : {}) } as const;
  if (hasNames(kind)) {
    const ids = [...new Set(cells.filter(isSaid).map(nameIn))];
    return {
      ...common,
      unit: undefined,
      power: 0,
      categories: hasOrder(kind) ? (orderOf(ids, 'level') ?? ids) : ids,
    };
  }
  // Parts of one, in per cent or as they are; others may be parts where no unit is named.
  if (isAlwaysPart(kind)) return { ...common, unit: undefined, power: isPercent ? -2 : 0 };
  if (isPercent && isPart({ kind, unit: undefined })) return { ...common, unit: undefined, power: -2 };
  if (!addsUp(kind)) {
    if (isPercent) return { ...common, unit: '%', power: 0 };
    if (reading.isRatio && written) return { ...common, ...rateUnit(written) };
  }
  return { ...common, unit: isWhole(kind) ? base : (base ?? ''), power };
}

/** "万元/人" counts yuan; any other step of a ratio's unit is part of its name. */
function rateUnit(written: string): { readonly unit: string; readonly power: number } {
  const [, money] = /^([百千万亿十]*元)\s*(?:\/|每)\s*人$/.exec(written) ?? [];
  return money === undefined ? { unit: written, power: 0 } : { unit: 'CNY/person', power: readUnit(money).power };
}

/** "2024年(初步)": how sure all figures of the column are. */
function withoutStatuses(heading: string): { readonly text: string; readonly status: MetricColumn['status'] } {
  let status: MetricColumn['status'];
  const text = heading.replace(/\s*\(([^()]+)\)/g, (all, remark: string) => {
    const found = statusIn(remark);
    status ??= found;
    return found ? '' : all;
  });
  return { text, status };
}

/** What a cell says, where that is a name. */
const nameIn = (cell: Cell): string => withoutStatus(cellText(cell)).text;

const isSaid = (cell: Cell): boolean => {
  const { kind } = readCell(cell);
  return kind !== 'missing' && kind !== 'special';
};

/** Undefined where one of them has a fraction, or more to it than digits. */
function wholeNumbers(numbers: readonly NumberReading[]): number[] | undefined {
  const values = numbers.map(({ digits, scale }) => (scale === undefined ? scaled(digits, 0) : Number.NaN));
  return values.every(Number.isInteger) ? values : undefined;
}
