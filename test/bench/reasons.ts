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
    text: 'Ours fetches the feed itself, a row for each of 20,000 regions (half a megabyte more), checks it, joins it and classifies it. The peers get their classes worked out; Leaflet and OpenLayers paint on a canvas, and leave out points that fall on the same pixel.',
  },
  {
    case: 'five',
    rows: ['painted'],
    text: 'Half of what lies between ours and the floor is waiting: the script comes in a second wave of files, and compiling it takes some 15 ms of processor time beside the main thread, on two cores that page, browser and server share. The other half is work on the main thread, 73 ms in place of 59 (traced): elements, feed, join, the layout of titles and notes, all by script that has never run before. With all functions that have not run by then cut out of the built files (9 kB, a trial of 21 loads each) it is 3 ms less; with a feed without notes, or with a fifth of its rows, nothing.',
  },
  {
    case: 'five',
    rows: ['painted-slow'],
    text: "The line: script and feed are 76 kB, where Leaflet's page has 50 and the floor 14, which at 4 Mbit/s is 53 and 125 ms, and nothing can be drawn before the last byte of the boundaries, which share the line with them. The page waits for it by then, and draws in less time than the floor does (traced). Of the 76 kB 15 are notes and sources of the feed, which the first picture does not show: with the feed of d898fde, which has few, it is 13 ms less. With all functions that have not run by then cut out of the built files (9 kB, a trial of 21 loads each) it is 11 ms less.",
  },
  {
    rows: ['painted', 'painted-slow'],
    text: 'The feed is checked, joined and classified in the page, and the elements are set up, by script that has never run before. The floor and the peers get their classes worked out, and draw nothing but the maps; Leaflet and OpenLayers paint on a canvas, and leave out points that fall on the same pixel.',
  },
  {
    case: 'five',
    rows: ['hover', 'hover-p95', 'hover-presented'],
    text: 'What stands out gets outlines, fills and names of its own as SVG elements, and curves lead across the maps: style, layout and paint of the maps on which something stands out, where the peers stroke two outlines. The script of it is short (see the budgets).',
  },
  {
    rows: ['hover', 'hover-p95', 'hover-presented'],
    text: 'Outlines are SVG above the canvas of MapLibre, and names come with them: style, layout and paint, where OpenLayers strokes on a canvas that it has. Read from a profile of 20,000 regions; the country was not profiled.',
  },
  {
    case: 'five',
    rows: ['switch', 'switch-presented'],
    text: 'The switch itself is drawn in a third of a frame; then the fills of five SVG maps, and their hatches, which no peer draws, are painted again by the CPU, in a thread beside the main one, for about 15 ms (traced). Borders stay as they are.',
  },
  {
    rows: ['switch', 'switch-presented'],
    text: 'Each region of MapLibre gets its colour by a call of its own, and the hatches of values that nobody published are cut anew; no peer draws those. Read from the code, not profiled.',
  },
  {
    rows: ['pan', 'pan-p95'],
    text: 'Ours moves the picture from the first step where WebGL has no GPU, as Leaflet does, and OpenLayers above 2,000 regions; but the picture first becomes a layer of its own, which takes two or three frames, and it is painted again where a third of the map would lie bare. Where it stands on the SVG, the first steps are painted until the frames prove slow.',
  },
  {
    rows: ['pan-task'],
    text: 'Each step finds out where the hand is on the map, keeps the camera within the map, and tells the curves across the maps. Leaflet moves one element.',
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
