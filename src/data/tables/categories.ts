/** Text in cells as names of a metric's classes, with or without an order of their own. */

/** More classes than this nobody tells apart. */
export const MOST_CATEGORIES = 9;
const LONGEST = 20;

const HEADING =
  /(类型?|类别|分类|等级|级别|等次|档次?|批次?|性质|片区|分区|与否)$|^是否|\b(type|kind|class|category|grade|level|tier|group|zone)$/i;
const GRADED = /(等级|级别|等次|档次?|级)$|\b(grade|level|tier|class)$/i;

/** From the least to the most; where they stand before or behind the same words, these count as well. */
const SCALES: readonly (readonly string[])[] = [
  ['无', '极低', '很低', '低', '较低', '中', '中等', '较高', '高', '很高', '极高'],
  ['极差', '差', '较差', '一般', '中', '中等', '良', '良好', '较好', '好', '优', '优秀'],
  ['不合格', '合格', '良好', '优秀'],
  ['无', '轻度', '中度', '重度', '特重'],
  ['小', '中', '大'],
  ['弱', '中', '强'],
  ['甲', '乙', '丙', '丁'],
  ['none', 'very low', 'low', 'medium', 'high', 'very high'],
  ['poor', 'fair', 'good', 'excellent'],
  ['small', 'medium', 'large'],
];
const NUMERALS = '零一二三四五六七八九十';
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** The cells of a column of text as classes; undefined where they are not, in all likelihood. */
export function categoriesOf(
  heading: string,
  texts: readonly string[],
): { readonly kind: 'category' | 'ordered'; readonly ids: readonly string[] } | undefined {
  const ids = [...new Set(texts)];
  if (ids.length < 2 || ids.length > MOST_CATEGORIES || ids.some((id) => id.length > LONGEST)) return undefined;
  // Without a heading that says so, few words have to stand in many rows.
  const isLikely = HEADING.test(heading)
    ? ids.length < texts.length
    : texts.length >= 10 && ids.length * 4 <= texts.length;
  if (!isLikely) return undefined;
  const ordered = orderOf(ids, heading);
  return ordered ? { kind: 'ordered', ids: ordered } : { kind: 'category', ids };
}

/** The same in an order that everybody knows: 一级 before 二级, low before high; undefined where there is none. */
export function orderOf(ids: readonly string[], heading: string): readonly string[] | undefined {
  const places = placesIn(ids) ?? numbersOf(ids, GRADED.test(heading));
  return places && [...ids].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}

function placesIn(ids: readonly string[]): ReadonlyMap<string, number> | undefined {
  for (const rest of new Set([commonEnd(ids), ''])) {
    for (const scale of SCALES) {
      const places = ids.map((id) => scale.indexOf(id.slice(0, id.length - rest.length).toLowerCase()));
      if (places.every((place) => place >= 0) && new Set(places).size === ids.length)
        return new Map(ids.map((id, i) => [id, places[i] ?? 0]));
    }
  }
  return undefined;
}

/** What all of them end with: 风险 of 高风险 and 低风险. */
function commonEnd(ids: readonly string[]): string {
  const [first = '', ...others] = ids;
  for (let at = 1; at < first.length; at++) {
    const rest = first.slice(at);
    if (others.every((id) => id.endsWith(rest) && id.length > rest.length)) return rest;
  }
  return '';
}

/** "第二批", "3级", "IV", "B": the numbers that they say; letters only where they are grades. */
function numbersOf(ids: readonly string[], isGraded: boolean): ReadonlyMap<string, number> | undefined {
  const found = new Map<string, number>();
  const around = new Set<string>();
  for (const id of ids) {
    const [, before = '', numeral = '', after = ''] =
      /^(第?)([一二三四五六七八九十]+|\d+|[IVX]+|[A-Z])(\D{0,3})$/.exec(id) ?? [];
    const value = numeral && numberOf(numeral, isGraded);
    if (!value) return undefined;
    found.set(id, value);
    around.add(`${before}${after}`);
  }
  return around.size === 1 && new Set(found.values()).size === ids.length ? found : undefined;
}

function numberOf(numeral: string, isGraded: boolean): number | undefined {
  if (/^\d+$/.test(numeral)) return Number(numeral) + 1;
  if (ROMAN.includes(numeral) && (isGraded || numeral.length > 1)) return ROMAN.indexOf(numeral) + 1;
  if (/^[A-Z]$/.test(numeral)) return isGraded ? numeral.charCodeAt(0) : undefined;
  const [tens = '', ones = ''] = numeral.includes('十') ? numeral.split('十') : ['零', numeral];
  const value = (tens === '' ? 1 : NUMERALS.indexOf(tens)) * 10 + (ones === '' ? 0 : NUMERALS.indexOf(ones));
  return value > 0 ? value : undefined;
}
