/** What an author should look at before the page goes out, with the figures that it is told by. */
import { countLedgerFaults, type Ledger } from '../../src/data/join.js';
import { contrastOf } from '../../src/scene/classes/contrast.js';
import type { Status } from '../../src/data/status.js';
import { paletteOf, tokenDefault, type Theme } from '../../src/scene/picture/tokens.js';
import type { Draft } from './draft.js';
import { inLanguage, metricOf, ownClasses, unitlessIn, unsourcedIn, unsureOf, type RawFeed } from './feed.js';
import { isAddress, isDate, notesOf, titleOf } from './output.js';

/** `code` has words for what it says and for what to do about it. */
export interface Check {
  readonly code:
    | 'title'
    | 'approval'
    | 'source'
    | 'address'
    | 'unsure'
    | 'rows'
    | 'note'
    | 'half-note'
    | 'source-name'
    | 'date'
    | 'unit'
    | 'text-contrast'
    | 'class-contrast'
    | 'maps';
  readonly isGood: boolean;
  readonly args: Readonly<Record<string, string | number>>;
  /** What is known only by its name in the library's words. */
  readonly status?: Status;
}

/** WCAG 2.2, 1.4.3: text of usual size. */
const TEXT_RATIO = 4.5;
/** No standard has one for areas that touch. The library's ramps keep it up to six classes. */
const CLASS_RATIO = 1.3;

/**
 * @param feed What is published: with what the draft says of it.
 * @param placeless How many notes of the draft are of places that the map does not know.
 */
export function checks(
  draft: Draft,
  feed: RawFeed | undefined,
  ledger: Ledger | undefined,
  language: string,
  placeless = 0,
): Check[] {
  const { approval, sourceName, sourceUrl, sourceDate, layout, maps, notes } = draft;
  const halves = notes.length - notesOf(notes).length;
  const title = titleOf(draft, feed, language);
  const faults = ledger ? countLedgerFaults(ledger) : 0;
  const unitless = feed ? unitlessIn(feed) : [];
  const unsourced = feed ? unsourcedIn(feed) : [];
  const nameOf = (metric: { readonly label: Parameters<typeof inLanguage>[0] }): string =>
    inLanguage(metric.label, language);
  const unsure = (feed?.metrics ?? []).flatMap((metric) => {
    // Derived metrics repeat what their columns say.
    const found = feed && metric.of === undefined ? unsureOf(feed, metric) : undefined;
    return found ? [{ metric: nameOf(metric), ...found }] : [];
  });
  return [
    { code: 'title', isGood: title !== '', args: { title } },
    { code: 'rows', isGood: faults === 0, args: { count: faults, drawn: ledger?.drawn.length ?? 0 } },
    ...(halves > 0 ? [{ code: 'half-note', isGood: false, args: { count: halves } } as const] : []),
    ...(placeless > 0 ? [{ code: 'note', isGood: false, args: { count: placeless } } as const] : []),
    ...(unitless.length > 0
      ? [{ code: 'unit', isGood: false, args: { metrics: unitless.map(nameOf).join(', ') } } as const]
      : []),
    {
      code: 'source',
      isGood: unsourced.length === 0,
      args: { count: unsourced.length, metrics: unsourced.map(nameOf).join(', ') },
    },
    ...(!sourceName.trim() && (sourceUrl.trim() || sourceDate.trim())
      ? [{ code: 'source-name', isGood: false, args: {} } as const]
      : []),
    ...(sourceDate.trim() && !isDate(sourceDate)
      ? [{ code: 'date', isGood: false, args: { got: sourceDate } } as const]
      : []),
    ...(sourceUrl.trim() && !isAddress(sourceUrl)
      ? [{ code: 'address', isGood: false, args: { got: sourceUrl } } as const]
      : []),
    ...(unsure.length > 0
      ? unsure.map(
          ({ metric, count, status }) => ({ code: 'unsure', isGood: false, args: { metric, count }, status }) as const,
        )
      : [{ code: 'unsure', isGood: true, args: {} } as const]),
    {
      code: 'approval',
      isGood: (approval.trim() || feed?.boundaries?.approval || '') !== '',
      args: { approval: approval.trim() || feed?.boundaries?.approval || '' },
    },
    ...contrastChecks(draft, feed),
    ...(layout === 'maps' && maps.length === 0 ? [{ code: 'maps', isGood: false, args: {} } as const] : []),
  ];
}

/** On the grounds that a page may have where none is chosen. */
function contrastChecks(draft: Draft, feed: RawFeed | undefined): Check[] {
  const themes: readonly Theme[] = draft.theme ? [draft.theme] : ['light', 'dark'];
  const texts = themes.flatMap((theme) =>
    (['ink', 'ink-soft'] as const).flatMap((ink) =>
      (['paper', 'surface'] as const).map(
        (ground) => contrastOf(tokenDefault(ink, theme), tokenDefault(ground, theme)) ?? 1,
      ),
    ),
  );
  const text = Math.min(...texts);
  const metric = feed && metricOf(feed, draft.metric);
  const kind = metric?.kind;
  const classes = (metric && ownClasses(metric)) ?? draft.classes;
  const checksOfText: Check = {
    code: 'text-contrast',
    isGood: text >= TEXT_RATIO,
    args: { ratio: figure(text), least: TEXT_RATIO },
  };
  // Names have hues of their own, and a boundary between them.
  if (kind === 'category' || classes < 2) return [checksOfText];
  const between = Math.min(...themes.map((theme) => classContrast({ scheme: draft.scheme, classes }, theme, kind)));
  return [
    checksOfText,
    {
      code: 'class-contrast',
      isGood: between >= CLASS_RATIO,
      args: { ratio: figure(between), least: CLASS_RATIO, classes },
    },
  ];
}

/** The least contrast of two neighbouring classes. */
export function classContrast(
  { scheme, classes }: Pick<Draft, 'scheme' | 'classes'>,
  theme: Theme,
  kind?: string,
): number {
  const below = Math.floor(classes / 2);
  const ramp = kind === 'change' ? ({ kind: 'diverging', below } as const) : undefined;
  const { classes: colours } = paletteOf(theme, scheme, classes, undefined, ramp);
  // The two on either side of a middle differ by their hue.
  const ratios = colours.flatMap((colour, i) =>
    i === 0 || (ramp && i === below) ? [] : [contrastOf(colour, colours[i - 1] ?? colour) ?? 1],
  );
  return ratios.length > 0 ? Math.min(...ratios) : 21;
}

const figure = (ratio: number): string => (Math.floor(ratio * 100) / 100).toFixed(2);
