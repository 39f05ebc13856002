/** What is said of how a value came about. */
import type { Dataset, Datum, ValueDatum } from '../../data/dataset.js';
import { kindOf } from '../../data/kinds/index.js';
import { lessSure, type Status } from '../../data/status.js';
import type { MetricId, Period, RegionCode } from '../../data/types.js';
import type { ClassScale } from '../classes/scale.js';
import { say, type Language } from '../words/index.js';
import { nameOf } from './names.js';
import { sayOrigin } from './said.js';
import { valueLine } from './value-line.js';

/** The counties that a unit's value is made of: its own, or those that it helps. */
function countiesOf(dataset: Dataset, { metric, period }: ClassScale, code: RegionCode): RegionCode[] {
  const members = dataset.membersOf(metric.id);
  const within = dataset.regions.countiesWithin(code).filter((each) => members.has(each));
  return within.length > 0
    ? within
    : [...new Set(dataset.partnersOf(code, period).map((partner) => partner.code))].filter((each) =>
        dataset.participants.has(each),
      );
}

/** Of names: how many of the counties have which, in the feed's order, and what stands in place of a name last. */
function spread(
  dataset: Dataset,
  scale: ClassScale,
  code: RegionCode,
  { counties }: Pick<ValueDatum, 'counties'>,
  language: Language,
): string[] {
  const { metric, period } = scale;
  if (!kindOf(metric).cell || counties < 2) return [];
  const counts = new Map<string, { readonly order: number; readonly count: number }>();
  for (const each of countiesOf(dataset, scale, code)) {
    const datum = dataset.datum(each, metric.id, period);
    const { text } = valueLine(metric, datum, language);
    const order = datum.kind === 'value' ? datum.value : Infinity;
    counts.set(text, { order, count: (counts.get(text)?.count ?? 0) + 1 });
  }
  const list = [...counts]
    .sort(([, a], [, b]) => (a.order === b.order ? 0 : a.order - b.order))
    .map(([label, { count }]) => say(language, 'details.spread.item', { label, count }))
    .join(say(language, 'text.list'));
  return [say(language, 'details.spread', { list })];
}

/** Of what was divided: of which periods its two parts are, and how they are known, where not alike. */
function baseRemark(
  dataset: Dataset,
  scale: ClassScale,
  code: RegionCode,
  { base = scale.period }: ValueDatum,
  language: Language,
): string[] {
  const { metric, period } = scale;
  const { of, per } = metric;
  const counties = per === undefined ? [] : countiesOf(dataset, scale, code);
  const statusIn = (column: MetricId | undefined, at: Period): Status | undefined =>
    counties.reduce<Status | undefined>((status, each) => {
      const datum = column === undefined ? undefined : dataset.datum(each, column, at);
      if (datum?.kind !== 'value') return status;
      return status === undefined ? datum.status : lessSure(status, datum.status);
    }, undefined);
  const [over, under] = [statusIn(of, period), statusIn(per, base)];
  if (over !== undefined && under !== undefined && over !== under)
    return [
      say(language, 'details.base.status', {
        period,
        base,
        of: say(language, `status.${over}`),
        per: say(language, `status.${under}`),
      }),
    ];
  return base === period ? [] : [say(language, 'details.base', { period, base })];
}

/** How a region's value came about, or why there is none. */
export function remarks(
  dataset: Dataset,
  scale: ClassScale,
  code: RegionCode,
  datum: Datum,
  language: Language,
): string[] {
  const { regions, pairs } = dataset;
  const howMade = ({ origin, counties }: Pick<ValueDatum, 'origin' | 'counties'>): string[] =>
    origin === 'own' ? [] : [sayOrigin(scale.metric, origin, counties, language)];
  switch (datum.kind) {
    case 'outside':
      return [say(language, 'kind.outside.long')];
    case 'no-data':
      return datum.isNotSummed ? [say(language, 'kind.not-summed.long')] : [];
    case 'special':
      return datum.most ? [...howMade(datum.most), ...spread(dataset, scale, code, datum.most, language)] : [];
    case 'city-only':
      return [say(language, 'kind.city-only.long', { city: nameOf(regions, datum.city, language) })];
    case 'value': {
      const said = [
        ...baseRemark(dataset, scale, code, datum, language),
        ...howMade(datum),
        ...spread(dataset, scale, code, datum, language),
      ];
      if (datum.missing > 0) said.push(say(language, 'details.missing', { missing: datum.missing }));
      const city = regions.get(code)?.parent;
      if (
        datum.origin === 'given' &&
        regions.get(city ?? '')?.level === 'prefecture' &&
        city !== undefined &&
        pairs.receiversOf(city, scale.period).length > 0
      ) {
        said.push(
          say(language, 'details.city-also', {
            city: nameOf(regions, city, language),
            count: pairs.receiversOf(city, scale.period).length,
          }),
        );
      }
      return said;
    }
  }
}
