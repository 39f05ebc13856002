/** From the source's codes and names (early 2017) to those in force on 30 June 2018. See data/README.md for the grounds. */
import type { SourceCounty } from './source.ts';

export const VINTAGE = '2018-06-30';

interface Recoding {
  readonly from: string;
  readonly code: string;
  readonly name: string;
}

/**
 * Left as they are on purpose: Xingren 522322 became a city in August 2018, Yibin County 511521 a district in July 2018.
 */
export const RECODINGS: readonly Recoding[] = [
  // Named by data/facts.
  { from: '330185', code: '330112', name: '临安区' },
  { from: '330283', code: '330213', name: '奉化区' },
  { from: '331021', code: '331083', name: '玉环市' },
  // Our own reading, not checked against a published table.
  { from: '420821', code: '420882', name: '京山市' },
  { from: '510124', code: '510117', name: '郫都区' },
  { from: '510180', code: '510185', name: '简阳市' },
  { from: '510626', code: '510604', name: '罗江区' },
  { from: '511028', code: '511083', name: '隆昌市' },
  { from: '520222', code: '520281', name: '盘州市' },
];

/** The counties under the codes and names of the vintage, sorted by code. Every recoding must find its county. */
export function recode(counties: readonly SourceCounty[]): SourceCounty[] {
  const known = new Set(counties.map(({ code }) => code));
  for (const { from, code } of RECODINGS) {
    if (!known.has(from)) throw new Error(`recoding ${from} to ${code}: the source has no ${from}`);
  }
  const recodings = new Map(RECODINGS.map((recoding) => [recoding.from, recoding]));
  const recoded = counties.map((county): SourceCounty => {
    const { code, name } = recodings.get(county.code) ?? county;
    return { code, name, geometry: county.geometry };
  });
  if (new Set(recoded.map(({ code }) => code)).size !== counties.length) throw new Error('two counties share a code');
  return recoded.sort((a, b) => (a.code < b.code ? -1 : 1));
}
