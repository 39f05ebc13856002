/** How text is cut into terms for the search, in the index and in a query alike: words of Latin script, and pairs of Chinese characters. */

const RUNS = /[\p{Script=Han}]+|[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu;
const HAN = /^\p{Script=Han}/u;

/** Terms of a text that is searched: of Chinese each character and each pair, of a name with hyphens its parts too. */
export function termsOfText(text: string): string[] {
  return runs(text).flatMap((run) =>
    HAN.test(run) ? [...run, ...pairs(run)] : run.includes('-') ? [run, ...run.split('-')] : [run],
  );
}

/** Terms of what is searched for: of Chinese the pairs alone, which stand for their order. */
export function termsOfQuery(text: string): string[] {
  return runs(text).flatMap((run) => (HAN.test(run) && [...run].length > 1 ? pairs(run) : [run]));
}

const runs = (text: string): string[] => text.normalize('NFKC').toLowerCase().match(RUNS) ?? [];

function pairs(run: string): string[] {
  const signs = [...run];
  return signs.slice(1).map((sign, i) => `${signs[i] ?? ''}${sign}`);
}
