/** Periods as headings and cells name them: 2018年, 2018年第一季度, 2018年3月, 2018Q1. */

export interface PeriodReading {
  /** As feeds sort them: "2018", "2018-Q1", "2018-H1", "2018-03". */
  readonly period: string;
  /** What else the text says. */
  readonly rest: string;
}

const PERIOD =
  /((?:19|20)\d\d)(?:\s*年度?)?(?:\s*第?([一二三四1-4])季度|[\s-]*Q([1-4])\b|\s*(上|下)半年|[\s-]*H([12])\b|\s*(1[0-2]|0?[1-9])月份?|-(0[1-9]|1[0-2])(?![\d-]))?/i;

export function periodIn(text: string): PeriodReading | undefined {
  const match = PERIOD.exec(text);
  if (!match) return undefined;
  const [all, year = '', quarter, q, half, h, month, number] = match;
  // 120185 is no year.
  if (/\d$/.test(text.slice(0, match.index)) || /^[\d.]/.test(text.slice(match.index + all.length))) return undefined;
  const part = quarter
    ? `-Q${'一二三四'.includes(quarter) ? '一二三四'.indexOf(quarter) + 1 : quarter}`
    : q
      ? `-Q${q}`
      : half
        ? `-H${half === '上' ? 1 : 2}`
        : h
          ? `-H${h}`
          : month || number
            ? `-${(month ?? number ?? '').padStart(2, '0')}`
            : '';
  const rest = `${text.slice(0, match.index)}${text.slice(match.index + all.length)}`
    .replace(/\(\s*\)/g, '')
    .replace(/^[\s·_-]+|[\s·_-]+$/g, '');
  return { period: `${year}${part}`, rest };
}

/** The period of a cell: what is not understood stands for itself. */
export function periodOf(text: string): string | undefined {
  if (text === '') return undefined;
  const reading = periodIn(text.replace(/^(\d{4})\.0+$/, '$1'));
  return reading?.rest === '' ? reading.period : text;
}
