/** From samples to tables: pure, so that the same samples always give the same words. */
import type { BudgetRow } from './budgets.ts';
import { reasonFor } from './reasons.ts';
import { median, standing } from './stats.ts';

export interface Row {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly digits: number;
  /** What the measurement can tell apart: those within it of the best share the first place. */
  readonly resolution: number;
}

export const ROWS: readonly Row[] = [
  { key: 'bytes', label: 'sent until the first picture', unit: 'kB', digits: 1, resolution: 0 },
  { key: 'bytes-all', label: 'sent in all, nothing touched', unit: 'kB', digits: 1, resolution: 0 },
  { key: 'painted', label: 'all maps painted', unit: 'ms', digits: 0, resolution: 0 },
  { key: 'painted-slow', label: 'the same, CPU 4 times slower, 4 Mbit/s, 40 ms', unit: 'ms', digits: 0, resolution: 0 },
  { key: 'hover', label: 'hover to linked maps drawn, main thread', unit: 'ms', digits: 1, resolution: 0.2 },
  { key: 'hover-p95', label: 'the same, 95th percentile', unit: 'ms', digits: 1, resolution: 0.5 },
  { key: 'hover-presented', label: 'hover to the frame after', unit: 'ms', digits: 1, resolution: 1 },
  { key: 'switch', label: 'metric switch drawn, main thread', unit: 'ms', digits: 1, resolution: 0.5 },
  { key: 'switch-presented', label: 'metric switch to the frame after', unit: 'ms', digits: 1, resolution: 1 },
  { key: 'pan', label: 'frame while panning, median', unit: 'ms', digits: 1, resolution: 0.5 },
  { key: 'pan-p95', label: 'frame while panning, 95th percentile', unit: 'ms', digits: 1, resolution: 1 },
  { key: 'pan-task', label: 'main thread for a move of the drag', unit: 'ms', digits: 1, resolution: 0.2 },
  { key: 'heap', label: 'JavaScript heap after load', unit: 'MB', digits: 1, resolution: 0.05 },
  { key: 'heap-all', label: 'the same, with DOM and buffers', unit: 'MB', digits: 1, resolution: 0.05 },
];

/** By case, page and row: one number for each round. */
export type Samples = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>>>;

export interface Facts {
  readonly date: string;
  /** Lines such as "Chromium 148", without paths or names of machines. */
  readonly machine: readonly string[];
  readonly versions: Readonly<Record<string, string>>;
  readonly cases: Readonly<Record<string, CaseFacts>>;
}

export interface CaseFacts {
  readonly title: string;
  readonly regions: number;
  readonly maps: number;
  readonly rounds: number;
}

export const NAMES: Readonly<Record<string, string>> = {
  floor: 'SVG by hand (floor)',
  maplibre: 'raw MapLibre',
  echarts: 'ECharts',
  openlayers: 'OpenLayers',
  leaflet: 'Leaflet',
  ours: 'pair-atlas',
  tag: 'pair-atlas, one tag',
  before: 'before',
  'before-tag': 'before, one tag',
};

const ENOUGH_ROUNDS = 7;
const FLOOR = 'floor',
  OURS = 'ours';
/** One tag draws more than the maps: it is shown, and not ranked. */
const RANKED = ['maplibre', 'echarts', 'openlayers', 'leaflet', OURS];

export interface Lost {
  readonly case: string;
  readonly row: Row;
  readonly ours: number;
  readonly best: number;
  readonly first: readonly string[];
}

export function mediansOf(samples: Samples, name: string, key: string): Map<string, number> {
  return new Map(Object.entries(samples[name] ?? {}).map(([page, rows]) => [page, median(rows[key] ?? [])]));
}

export function lostRows(samples: Samples): Lost[] {
  return Object.keys(samples).flatMap((name) =>
    ROWS.flatMap((row): Lost[] => {
      const medians = mediansOf(samples, name, row.key);
      const ours = medians.get(OURS);
      const { best, first } = standing(medians, RANKED, row.resolution);
      return ours === undefined || Number.isNaN(ours) || first.includes(OURS)
        ? []
        : [{ case: name, row, ours, best, first }];
    }),
  );
}

/** A table of medians, with ratios to the floor in brackets; the first among the interactive pages is bold. */
export function tableOf(samples: Samples, name: string): string {
  const pages = Object.keys(samples[name] ?? {});
  const head = ['', ...pages.map((page) => NAMES[page] ?? page), 'first'];
  const lines = ROWS.map((row) => {
    const medians = mediansOf(samples, name, row.key);
    const { first } = standing(medians, RANKED, row.resolution);
    const floor = medians.get(FLOOR) ?? NaN;
    const cells = pages.map((page) => {
      const value = medians.get(page) ?? NaN;
      if (Number.isNaN(value)) return '–';
      const text = value.toFixed(row.digits);
      const ratio = Number.isNaN(floor) || page === FLOOR || floor === 0 ? '' : ` (${(value / floor).toFixed(2)})`;
      return `${first.includes(page) ? `**${text}**` : text}${ratio}`;
    });
    return [`${row.label}, ${row.unit}`, ...cells, first.map((page) => NAMES[page] ?? page).join(', ')];
  });
  return markdown(head, lines);
}

export function markdown(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const widths = head.map((cell, i) =>
    Math.max(3, ...[cell, ...lines.map((line) => line[i] ?? '')].map((text) => text.length)),
  );
  const row = (cells: readonly string[]): string =>
    `| ${widths.map((width, i) => (cells[i] ?? '').padEnd(width)).join(' | ')} |`;
  return [row(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...lines.map(row)].join('\n');
}

/** In how many rounds ours was before every peer. */
export function roundsWon(samples: Samples, name: string, key: string): { readonly won: number; readonly of: number } {
  const pages = samples[name] ?? {};
  const ours = pages[OURS]?.[key] ?? [];
  const peers = RANKED.filter((page) => page !== OURS).map((page) => pages[page]?.[key] ?? []);
  const won = ours.filter(
    (value, round) => !Number.isNaN(value) && peers.every((values) => !((values[round] ?? Infinity) <= value)),
  ).length;
  return { won, of: ours.length };
}

export function resultsText(facts: Facts, samples: Samples, budgets: readonly BudgetRow[]): string {
  const lost = lostRows(samples);
  const ranked = Object.keys(samples).length * ROWS.length;
  const cases = Object.keys(samples).map((name) => {
    const { title, regions, maps, rounds } = facts.cases[name] ?? { title: name, regions: 0, maps: 0, rounds: 0 };
    const onSvg = (samples[name]?.[OURS]?.['pan-on-svg'] ?? []).filter(Boolean).length;
    const failed = Object.entries(samples[name] ?? {}).flatMap(([page, { painted = [] }]) => {
      const times = painted.filter((value) => Number.isNaN(value)).length;
      return times > 0 ? [`${NAMES[page] ?? page} ${times}`] : [];
    });
    const few = rounds < ENOUGH_ROUNDS ? ` **Fewer than ${ENOUGH_ROUNDS}: a quick look, and no result to quote.**` : '';
    const missing = failed.length > 0 ? `\n\nVisits that failed twice and are missing: ${failed.join(', ')}.` : '';
    const note =
      onSvg > 0
        ? `\n\nIn ${onSvg} of ${rounds} rounds MapLibre had not come up, and pair-atlas was panned on its SVG.`
        : '';
    return `## ${regions.toLocaleString('en')} regions: ${title}, ${maps === 1 ? 'one map' : `${maps} maps`}\n\n${rounds} rounds.${few}\n\n${tableOf(samples, name)}${note}${missing}`;
  });
  const lostLines = lost.map(({ case: name, row, ours, best, first }) => {
    const number = (value: number): string => `${value.toFixed(row.digits)} ${row.unit}`;
    const who = first.map((page) => NAMES[page] ?? page).join(', ');
    return `- **${facts.cases[name]?.regions.toLocaleString('en') ?? name} regions, ${row.label}**: ${number(ours)} against ${number(best)} (${who}). ${reasonFor(name, row.key, first)}`;
  });
  return `${[
    '# Results of the benchmark',
    `Written by \`npm run bench\`; do not edit. ${facts.date}; the rounds of a case are one run, with its pages in rotating order, a fresh browser context with an empty cache for each visit. Cells are medians; in brackets the ratio to the floor; bold is first among the interactive pages (those within what the measurement can tell share the place). What is measured, and how: [README.md](README.md).`,
    facts.machine.map((line) => `- ${line}`).join('\n'),
    `Versions: ${Object.entries(facts.versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}.`,
    ...cases,
    '## Rows that pair-atlas does not win',
    lostLines.length > 0
      ? `First, alone or together, in ${ranked - lost.length} of ${ranked} rows. Not in these:\n\n${lostLines.join('\n')}`
      : `None: first, alone or together, in all ${ranked} rows.`,
    '## Budgets of DESIGN.md',
    markdown(
      ['budget', 'at most', 'measured', 'met'],
      budgets.map(({ what, limit, measured, isMet }) => [what, limit, measured, isMet ? 'yes' : '**no**']),
    ),
  ].join('\n\n')}\n`;
}
