/** Why a row is lost, written by hand after looking at it. A row that is lost without an entry says that nobody has looked yet. */

interface Reason {
  /** A case, or all. */
  readonly case?: string;
  readonly rows: readonly string[];
  /** Who is first. */
  readonly first?: string;
  readonly text: string;
}

const REASONS: readonly Reason[] = [
  {
    rows: ['bytes', 'bytes-all'],
    first: 'leaflet',
    text: "Leaflet's script is smaller than the core of pair-atlas, and its page gets classes and partners worked out, where ours reads and checks the feed itself.",
  },
  {
    case: 'synthetic',
    rows: ['painted', 'painted-slow'],
    text: "`classScale` asks the dataset for each of 4,000 givers, and `receiversWithin` of `src/data/dataset.ts` goes through all 16,000 participants for each: 9 s of script, measured in Node. The peers' pages get their classes worked out.",
  },
  {
    rows: ['painted', 'painted-slow'],
    text: 'Three requests follow each other (`pair-atlas.js`, which only names `pair-atlas-core.js`, which asks for the data) where the other pages have two, and each map waits a frame for its size before it draws; the feed is joined and classified in the page.',
  },
  {
    case: 'five',
    rows: ['hover', 'hover-p95', 'hover-presented'],
    text: 'The script is short (see the budgets). What costs is style, layout, paint and the wait for the compositor: five SVG maps fade and are painted again with their hatches, names are made anew, the pointer shape of the stage is inherited by every path, and the zoom buttons fade in over several frames. The peers draw two outlines.',
  },
  {
    case: 'five',
    rows: ['switch', 'switch-presented'],
    text: 'All five SVG maps are painted again by the CPU, with the hatches of values that nobody published, which no peer draws.',
  },
  {
    rows: ['pan', 'pan-p95', 'pan-task'],
    text: 'Without a GPU, WebGL is drawn by SwiftShader, and ours draws three kinds of borders, hatches and outlines besides the fills, and sets the names anew with each camera. Leaflet, and OpenLayers above 2,000 regions, move a bitmap and paint when the drag ends.',
  },
  {
    rows: ['heap', 'heap-all'],
    text: 'The picture is kept as elements, and the regions with names, notes and partners, so that they can be read, found and spoken; a canvas keeps none of it.',
  },
];

export function reasonFor(name: string, row: string, first: readonly string[]): string {
  const found = REASONS.find(
    (reason) =>
      (reason.case === undefined || reason.case === name) &&
      reason.rows.includes(row) &&
      (reason.first === undefined || first.includes(reason.first)),
  );
  return found?.text ?? 'The reason has not been looked for yet.';
}
