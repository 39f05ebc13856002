/** The parts of an atlas without script, each as its element draws it. */
import type { Dataset } from '../../data/dataset.js';
import { isPublished } from '../../data/status.js';
import { MAX_CLASSES } from '../../scene/classes/breaks.js';
import { offeredMethods } from '../../scene/classes/methods/index.js';
import { describe, statusNote } from '../../scene/text/description.js';
import { histogramOf } from '../../scene/classes/histogram.js';
import { ledgerBlocks, ledgerLine, ledgerVerdict, reconciliationLine } from '../../scene/parts/ledger.js';
import { classLabels, legendUnit, othersOf } from '../../scene/parts/legend.js';
import { sourceLine, type SourceLine } from '../../scene/text/notes.js';
import { formatFigure, formatValue } from '../../scene/text/numbers.js';
import { fillColour, node, patternOf, patterns, type PictureNode } from '../../scene/picture/picture.js';
import { isInvolved, sortRows, tableRows } from '../../scene/parts/table.js';
import type { Fill } from '../../scene/classes/scale.js';
import type { SheetContent, SheetLegend } from '../../scene/sheet/content.js';
import type { Palette } from '../../scene/picture/tokens.js';
import { provinceTotals } from '../../scene/parts/totals.js';
import { inLanguage, say, type Language } from '../../scene/words/index.js';
import { div, el, span, type HtmlNode } from './html.js';

export function summaryPart(dataset: Dataset, language: Language): HtmlNode {
  const { headlines } = dataset.feed;
  const sources = [...new Set(headlines.map(({ source }) => source))].flatMap(
    (id) => sourceLine(dataset.source(id), language) ?? [],
  );
  const cited = sources.flatMap((source, i) => [...(i > 0 ? [say(language, 'text.semicolon')] : []), citation(source)]);
  return div(
    's-summary',
    el(
      'dl',
      {},
      ...headlines.map((headline) => {
        const { number, unit } = formatFigure(headline.value, headline.unit, language);
        return el(
          'div',
          {},
          el('dt', {}, inLanguage(headline.label, language)),
          el('dd', {}, number, span('s-unit', unit)),
        );
      }),
    ),
    ...(cited.length > 0
      ? [
          el(
            'p',
            { class: 's-soft' },
            say(language, 'text.labelled', { label: say(language, 'details.sources'), text: '' }),
            ...cited,
          ),
        ]
      : []),
  );
}

/** Addresses of a feed have been checked: they are web addresses. */
function citation({ name, url, date }: SourceLine): HtmlNode {
  const title = url ? el('a', { href: url, rel: 'noopener noreferrer' }, name) : el('cite', {}, name);
  return el('span', {}, title, ...(date ? [' ', el('time', {}, date)] : []));
}

/** What the switch shows now; the other choices keep their room until script brings them. */
export function switchPart(
  choices: readonly { readonly id: string; readonly text: string }[],
  chosen: string | undefined,
): HtmlNode {
  return div(
    's-switch',
    ...choices.map(({ id, text }) => span(id === chosen ? 's-choice s-chosen' : 's-choice s-later', text)),
  );
}

export function legendPart(
  { dataset, language }: SheetContent,
  { scale, palette, isReclassed }: SheetLegend,
): HtmlNode {
  const unit = legendUnit(scale, language);
  const labels = classLabels(scale, language);
  const { total, label } = scale.metric;
  const notPublished = scale.status !== undefined && !isPublished(scale.status);
  const soft = (text: string): HtmlNode => span('s-soft', text);
  const count = (of: number): HtmlNode => span('s-count', say(language, 'legend.count', { count: of }));
  return div(
    's-legend',
    div(
      's-legend-head',
      el('strong', {}, inLanguage(label, language)),
      ...(unit.word ? [soft(say(language, 'legend.unit', { unit: unit.word }))] : []),
      ...(total === undefined
        ? []
        : [soft(say(language, 'legend.total', { value: formatValue(scale.metric, total, language) }))]),
      ...(notPublished && scale.status ? [span('s-status', statusNote(scale.status, language) ?? '')] : []),
      ...(isReclassed ? [span('s-status', say(language, 'legend.reclassed'))] : []),
    ),
    ...spread(scale, palette),
    el(
      'ol',
      { class: 's-classes' },
      ...scale.classes.map(({ index, codes }) =>
        el(
          'li',
          {},
          swatch({ kind: 'class', index, notPublished }, palette, `static-class-${index}`),
          span('', (labels[index] ?? '').replace('–', '–\u200b')),
          count(codes.length),
        ),
      ),
    ),
    el(
      'ul',
      { class: 's-others' },
      ...othersOf(dataset, scale).map(([kind, of]) =>
        el('li', {}, swatch({ kind }, palette, `static-${kind}`), say(language, `kind.${kind}`), count(of)),
      ),
    ),
    ...(scale.isFixed ? [] : [basisPart(scale, language)]),
  );
}

/** The live legend's choices, which do nothing until it comes, and take the same room. */
function basisPart({ method, metric, classes, level, values }: SheetLegend['scale'], language: Language): HtmlNode {
  const choice = (label: string, options: readonly (readonly [text: string, isChosen: boolean])[]): HtmlNode =>
    el(
      'select',
      { disabled: '', 'aria-label': label },
      ...options.map(([text, isChosen]) => el('option', isChosen ? { selected: '' } : {}, text)),
    );
  const methods = offeredMethods(metric.breaks, method);
  const counts = Array.from({ length: MAX_CLASSES - 1 }, (_, i) => i + 2);
  return div(
    's-basis',
    choice(
      say(language, 'legend.method'),
      methods.map((each) => [say(language, `legend.method.${each}`), each === method]),
    ),
    choice(
      say(language, 'legend.classes'),
      counts.map((count) => [say(language, 'legend.classes.count', { count }), count === classes.length]),
    ),
    span('', say(language, `legend.basis.${level}`, { count: values.length })),
  );
}

/** The histogram, with the breaks as lines. */
function spread(scale: SheetLegend['scale'], palette: Palette): PictureNode[] {
  const histogram = scale.isFixed ? undefined : histogramOf(scale);
  if (!histogram) return [];
  const percent = (part: number): string => `${(part * 100).toFixed(2)}%`;
  const bars = histogram.bars.flatMap(({ from, to, parts }) => {
    let below = 0;
    return parts.map(({ index, count }) => {
      const height = count / histogram.most;
      below += height;
      const box = {
        x: percent(from + (to - from) * 0.06),
        y: percent(1 - below),
        width: percent((to - from) * 0.88),
        height: percent(height),
      };
      return node('rect', { ...box, fill: palette.classes[index] ?? palette.outside });
    });
  });
  const breaks = scale.breaks.map((at) =>
    node('rect', {
      x: percent(histogram.at(at)),
      y: 0,
      width: 1,
      height: '100%',
      fill: palette.ink,
      opacity: 0.35,
      transform: 'translate(-0.5 0)',
    }),
  );
  return [node('svg', { class: 's-bars', 'aria-hidden': 'true' }, [...bars, ...breaks])];
}

function swatch(fill: Fill, palette: Palette, id: string): PictureNode {
  const pattern = patternOf(fill);
  const box = { width: 28, height: 14 };
  return node('svg', { class: 's-swatch', viewBox: '0 0 28 14', preserveAspectRatio: 'none', 'aria-hidden': 'true' }, [
    ...(pattern ? [node('defs', {}, patterns(palette, id, 1))] : []),
    node('rect', { ...box, fill: fillColour(fill, palette) }),
    ...(pattern ? [node('rect', { ...box, fill: `url(#${id}-${pattern})` })] : []),
  ]);
}

/** What is known of the selected regions, or, while there are none, what the provinces come to. */
export function detailsPart(content: SheetContent): HtmlNode {
  const { dataset, language, legends, selected } = content;
  const [{ scale }] = legends;
  const described = selected.flatMap((code) => describe(dataset, scale, code, language) ?? []);
  if (described.length === 0) return totalsPart(content);
  return div(
    's-details s-told',
    ...described.flatMap(({ title, place, value, remarks, partnersHeading, partners }) => [
      el('h2', {}, title, ' ', span('s-soft', place)),
      el(
        'p',
        {},
        say(language, 'text.labelled', { label: value.label, text: value.text }),
        ...(value.status ? [' ', span('s-status', value.status)] : []),
      ),
      ...remarks.map((remark) => el('p', { class: 's-soft' }, remark)),
      ...(partners.length === 0 ? [] : [el('h3', {}, partnersHeading)]),
      el(
        'ul',
        {},
        ...partners.map(({ name, place: where, marks }) =>
          el('li', {}, [name, ...marks].join(' '), ' ', span('s-soft', where)),
        ),
      ),
    ]),
  );
}

function totalsPart({ dataset, language, legends }: SheetContent): HtmlNode {
  const [{ scale }] = legends;
  const rows = provinceTotals(dataset, scale.metric, scale.period, language);
  const status = rows[0]?.status;
  return div(
    's-details',
    el('p', { class: 's-hint s-soft s-later' }, say(language, 'details.hint')),
    ...(rows.length === 0
      ? []
      : [
          el(
            'h2',
            { class: 's-small' },
            say(language, 'details.totals', { metric: inLanguage(scale.metric.label, language) }),
          ),
        ]),
    ...(status === undefined ? [] : [el('p', { class: 's-total-status' }, status)]),
    el(
      'table',
      {},
      ...rows.map(({ name, counties, text }) =>
        el(
          'tr',
          {},
          el('th', { scope: 'row' }, name),
          el('td', {}, say(language, 'details.counties', { count: counties })),
          el('td', {}, text),
        ),
      ),
    ),
  );
}

/** All regions that the pairing is about, the highest value first. */
export function tablePart({ dataset, language, legends }: SheetContent): HtmlNode {
  const [{ scale }] = legends;
  const metric = inLanguage(scale.metric.label, language);
  const { word } = legendUnit(scale, language);
  const heads = [
    say(language, 'table.name'),
    say(language, 'table.place'),
    word ? say(language, 'table.value', { metric, unit: word }) : metric,
    say(language, 'table.status'),
    say(language, 'table.partners.receives'),
  ];
  const rows = sortRows(tableRows(dataset, scale, language).filter(isInvolved), 'value', true);
  return div(
    's-table',
    el(
      'div',
      // It scrolls, and so must be reached by keyboard.
      { class: 's-box', tabindex: 0, role: 'region', 'aria-label': say(language, 'table.label', { metric }) },
      el(
        'table',
        {},
        el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col' }, head)))),
        el(
          'tbody',
          {},
          ...rows.map(({ name, place, text, status, partners }) =>
            el(
              'tr',
              {},
              el('th', { scope: 'row' }, name),
              el('td', { class: 's-soft' }, place),
              el('td', { class: 's-value' }, text),
              el('td', { class: 's-soft' }, status),
              el(
                'td',
                {},
                partners
                  .map(({ name: partner, marks }) => [partner, ...marks].join(' '))
                  .join(say(language, 'text.list')),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

export function ledgerPart({ dataset, faults, language, legends }: SheetContent): HtmlNode {
  const [{ scale }] = legends;
  const blocks = ledgerBlocks(dataset, faults, language);
  const reconciled = reconciliationLine(dataset, scale.metric, scale.period, language);
  const line = [say(language, 'ledger.title'), ledgerLine(dataset, language), ledgerVerdict(blocks, language)].join(
    ' ',
  );
  return el(
    'details',
    { class: 's-ledger' },
    el('summary', {}, line),
    ...(reconciled === undefined ? [] : [el('p', {}, reconciled)]),
    ...blocks.flatMap(({ heading, lines }) => [
      el('h3', {}, say(language, heading)),
      el('ul', {}, ...lines.map((each) => el('li', {}, each))),
    ]),
  );
}
