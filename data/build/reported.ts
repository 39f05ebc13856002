/** The rows of the built-in feed that were published by county: when it left the poverty list, and who lives there. */
import { counterparts, exitFacts, residents, sourceIdOf, words } from './facts.ts';

/** The batches in which counties left the poverty list. */
const YEARS = [2016, 2017, 2018, 2019, 2020];
const CENSUS = 'census-2020';
/** Longwan: the county table leaves out a zone with a third of its people, so no part of them can be told. */
const PARTIAL = new Set(['330303']);

export const reportedMetrics = {
  exit: {
    id: 'exit',
    label: words('脱贫摘帽年度（按批次）', 'Off the poverty list (batch year)', '脫貧摘帽年度（依批次）'),
    kind: 'ordered',
    categories: [
      { id: 'listed', label: words('尚未退出', 'Still listed') },
      // The year is that of the batch, which was approved in the year after; the last one was in the same.
      ...YEARS.map((year) => {
        const approved = Math.min(year + 1, 2020);
        return {
          id: year,
          label: words(
            `${year}年度（${approved}年批准）`,
            `${year} (approved ${approved})`,
            `${year}年度（${approved}年核准）`,
          ),
        };
      }),
    ],
    special: [{ id: 'never', label: words('从未列入贫困县', 'Never listed', '從未列入貧困縣') }],
  },
  residents: {
    id: 'residents',
    label: words('常住人口', 'Residents'),
    kind: 'count',
    unit: 'person',
    givers: 'own',
    source: CENSUS,
  },
  share65: {
    id: 'share65',
    label: words('65岁及以上比重', 'Aged 65 and older', '65歲及以上比重'),
    kind: 'share',
    givers: 'own',
    special: [{ id: 'partial', label: words('人口数不全', 'Residents incomplete', '人口數不全') }],
    source: CENSUS,
  },
} as const;

/** Until its batch a county is listed; from then on it has its year. */
export function exitRows(): { readonly code: string; readonly exit: string | number; readonly source: string }[] {
  return counterparts.flatMap(({ code }) => {
    const fact = exitFacts.get(code);
    if (!fact) throw new Error(`${code}: exit-year.json has no row`);
    const { year, status, source } = fact;
    const row = (exit: string | number, years: readonly number[]) => ({
      code,
      period: years.map(String),
      exit,
      ...(status === 'reported' ? {} : { status }),
      source: sourceIdOf([source]),
    });
    const before = YEARS.filter((each) => year !== null && each < year);
    const since = YEARS.filter((each) => year === null || each >= year);
    return [...(before.length > 0 ? [row('listed', before)] : []), row(year ?? 'never', since)];
  });
}

/** The part of 65 and older is the census's own finished number: of how many people it is stands in no fact. */
export function residentRows(): object[] {
  return residents.map(({ code, population, share65 }) => ({
    code,
    period: '2020',
    residents: population,
    share65: PARTIAL.has(code) ? 'partial' : share65,
    source: CENSUS,
  }));
}
