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
    rows: ['bytes'],
    text: "Leaflet's script is smaller than the core of pair-atlas, and its page gets classes and partners worked out, where ours fetches the feed itself, with its sources and notes.",
  },
  {
    rows: ['bytes-all'],
    text: 'MapLibre is fetched ahead when the page is idle, so that the first zoom does not wait for it (not with data saver), and legend, details, table and search come after the first picture.',
  },
  {
    case: 'synthetic',
    rows: ['painted', 'painted-slow'],
    text: 'Ours fetches the feed itself, a row for each of 20,000 regions (half a megabyte more), checks it, joins it and classifies it, and the first picture is 20,000 SVG paths. The peers get their classes worked out; Leaflet and OpenLayers paint on a canvas, and leave out points that fall on the same pixel.',
  },
  {
    rows: ['painted', 'painted-slow'],
    text: 'The feed is checked, joined and classified in the page, and the elements are set up: about 100 ms of script that has never run before. The floor and the peers get their classes worked out, and draw nothing but the maps; Leaflet and OpenLayers paint on a canvas, and leave out points that fall on the same pixel.',
  },
  {
    case: 'five',
    rows: ['hover', 'hover-p95', 'hover-presented'],
    text: 'The rest fades: five SVG maps, with their hatches, are painted anew by the CPU (about 20 ms of it beside the main thread, which then waits to commit), where the peers draw two outlines. Style and layout of names made anew come to it. A compositor layer for the fills was tried: less painting, and more compositing than that without a GPU.',
  },
  {
    rows: ['hover', 'hover-p95', 'hover-presented'],
    text: 'Pointing at a region fades all that is no partner of it: the whole map is painted anew, where the peers draw outlines over what stands. Read from the code, not profiled.',
  },
  {
    case: 'five',
    rows: ['switch', 'switch-presented'],
    text: 'All five SVG maps are painted again by the CPU, with the hatches of values that nobody published, which no peer draws.',
  },
  {
    rows: ['switch', 'switch-presented'],
    text: 'Each region of MapLibre gets its colour by a call of its own, and the hatches of values that nobody published are cut anew; no peer draws those. Read from the code, not profiled.',
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
