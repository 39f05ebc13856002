/** The table of renderers. A renderer is a folder beside this file, and an entry here. */
import type { RendererFactory, RendererReason } from './renderer.js';

interface Entry {
  /** It holds a WebGL context, of which a page has few. */
  readonly isWebGl: boolean;
  /** It shows a basemap beneath the regions. */
  readonly hasBasemap: boolean;
  /** Fetches it. Rejects with a `RendererFailure` that says why there is none. */
  prepare?(reason: RendererReason, basemap: string | undefined): Promise<RendererFactory>;
}

export const RENDERERS = {
  /** Painted first, and where every ladder ends: it is always there. */
  svg: { isWebGl: false, hasBasemap: false },
  maplibre: {
    isWebGl: true,
    hasBasemap: true,
    prepare: async (reason, basemap) => (await import('./upgrade.js')).prepareUpgrade(reason, basemap),
  },
} as const satisfies Readonly<Record<string, Entry>>;

export type RendererKind = keyof typeof RENDERERS;
/** What a map climbs to from the SVG. */
export type UpperKind = Exclude<RendererKind, 'svg'>;
/** What an author may ask for. */
export type RendererChoice = 'auto' | RendererKind;

const KINDS = Object.keys(RENDERERS) as RendererKind[];
export const RENDERER_CHOICES: readonly RendererChoice[] = ['auto', ...KINDS];

export const isRenderer = (name: string): name is RendererKind => (KINDS as readonly string[]).includes(name);
