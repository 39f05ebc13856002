/** FEEDS.md: what large feeds cost, and what was tried at random. */
import type { LargeCase } from './large.ts';
import type { Tried, VisitResult } from './page.ts';

/** Milliseconds that a page may stand still. */
const LIMIT = 200;

export interface LargeRow extends LargeCase {
  readonly result: VisitResult;
}
export interface TriedRow extends Tried {
  readonly what: string;
}

export function feedsText(
  machine: string,
  date: string,
  large: readonly LargeRow[],
  tried: readonly TriedRow[],
): string {
  const ms = (value: number): string => `${Math.round(value).toLocaleString('en')} ms`;
  const marked = (value: number): string => (value > LIMIT ? `**${ms(value)}**` : ms(value));
  const rows = large.map(({ what, body, refusal, result: { ready, read, load, use, refused, complaints } }) => {
    const used = Object.values(use).map(({ longest }) => longest);
    const outcome =
      complaints[0] ??
      (refusal ? (refused.includes(refusal) ? 'refused' : `not refused: ${refused}`) : refused || 'drawn');
    return `| ${what} | ${(body.length / 1e6).toFixed(1)} MB | ${outcome} | ${ms(ready)} | ${marked(read)} | ${marked(load.longest)} | ${used.length > 0 ? marked(Math.max(...used)) : '—'} |`;
  });
  const refusals = large.flatMap(({ what, result: { refused } }) =>
    refused ? [`- ${what}: ${refused.replace(/https?:\/\/[^：:]*:\d+\//g, '')}`] : [],
  );
  const trials = tried.map(
    ({ what, runs, drawn, longest }) =>
      `| ${runs.toLocaleString('en')} | ${what} | ${drawn.toLocaleString('en')} | 0 | 0 | ${ms(longest)} |`,
  );
  return `# Large feeds, and what was tried at random

Written by \`npm run bench:feeds\` on ${date}: ${machine}.

## Large feeds

One tag with its default layout (of the country: one map with all parts around it), drawn as SVG: a software WebGL takes half a second to
start by itself, whatever the feed. The longest task of the main thread, as the browser counts it (\`longtask\`): until the data is there;
until the page is at rest; and when a county is selected, the metric, the period and the level are changed, and of the country a new
version comes in which every value is another one, and is compared with. Bold: more than ${LIMIT} ms.

| feed | size | outcome | data there after | longest until then | longest until at rest | longest in use |
| --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

What is said of those that are refused, and of those that are no JSON:

${refusals.join('\n')}

## At random

| tried | what | drawn | thrown | dropped in silence | longest |
| --- | --- | --- | --- | --- | --- |
${trials.join('\n')}

A run that throws, or where a row, a cell or a region is neither drawn nor named, ends with the smallest example, and writes nothing.
`;
}
