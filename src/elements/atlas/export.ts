/** What an atlas shows, as a file. Fetched when it is asked for. */
import type { Level } from '../../data/types.js';
import { csvOf } from '../../scene/csv.js';
import type { AtlasState } from '../../state/atlas-state.js';
import '../../scene/words/more.js';

/** The level of the first map that is drawn: what a reader means by "this". */
export function shownLevel({ values }: AtlasState): Level {
  return values.level ?? [...values.shown.values()][0] ?? 'county';
}

export function exportCsv(state: AtlasState): Blob {
  const { dataset, language } = state.values;
  const level = shownLevel(state);
  const scale = state.scaleAt(level);
  if (!dataset || !scale) throw new Error('pair-atlas: exportAs() was called before there was anything to export; wait for pair-ready.');
  const keeps = state.values.filter?.level === level ? (code: string): boolean => state.keeps(code, level) : undefined;
  return new Blob([csvOf(dataset, scale, { language, isReclassed: state.isReclassed(level), keeps })], { type: 'text/csv;charset=utf-8' });
}

/** "zhejiang-2018-funding-2018.csv": letters and digits of any language, and no others. */
export function fileName(state: AtlasState, extension: string): string {
  const { dataset } = state.values;
  const parts = [dataset?.feed.id ?? 'pair-atlas', state.metric?.id ?? '', state.period];
  return `${parts
    .map((part) => part.replace(/[^\p{L}\p{N}_-]+/gu, '-'))
    .filter(Boolean)
    .join('-')}.${extension}`;
}

/** Saves a file as a link would. The address is given back when the browser has surely taken it. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
