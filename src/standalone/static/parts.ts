/** The parts of an atlas as HTML without script: their models in the markup of the live elements. */
import { isInvolved, sortRows, tableFoot, tablePart, tableRows, type TableContext } from '../../scene/parts/table.js';
import type { Cell } from '../../scene/parts/columns.js';
import { ledgerPart } from '../../scene/parts/ledger.js';
import { legendName, legendPart, type Choices, type LegendBasis } from '../../scene/parts/legend.js';
import { summaryPart } from '../../scene/parts/summary.js';
import { levelSwitch, metricSwitch, type SwitchPart } from '../../scene/parts/switches.js';
import { histogramOf } from '../../scene/classes/histogram.js';
import { barNodes, breakNodes, swatchPicture, thumbRows } from '../../scene/picture/legend-pictures.js';
import type { Palette } from '../../scene/picture/tokens.js';
import type { SheetContent, SheetLegend } from '../../scene/sheet/content.js';
import { say, type Language } from '../../scene/words/index.js';
import { div, el, span, when, type HtmlChild, type HtmlNode } from './html.js';
import { citation } from './source.js';

export function summaryHtml({ dataset, language }: SheetContent): HtmlNode {
  const part = summaryPart(dataset, language);
  if (!part) return div('pair-summary');
  const { label, figures, cite, separator, sources } = part;
  return div(
    'pair-summary',
    el(
      'dl',
      { 'aria-label': label },
      ...figures.map((figure) =>
        el('div', {}, el('dt', {}, figure.label), el('dd', {}, figure.number, span('unit', figure.unit))),
      ),
    ),
    ...when(sources.length > 0, () =>
      el(
        'p',
        { class: 'soft' },
        cite,
        ...sources.flatMap((source, i) => [...when(i > 0, () => separator), citation(source)]),
      ),
    ),
  );
}

/** What the switches show now; the other choices keep their room until script brings them. */
export function switchesHtml({ dataset, language, legends }: SheetContent, awaitsScript: boolean): HtmlNode {
  const [{ scale }] = legends;
  const switches = [
    metricSwitch(dataset, scale.metric.base ? scale.metric.of : scale.metric.id, language),
    levelSwitch(scale.level, language),
  ];
  const draw = ({ label, choices }: SwitchPart): HtmlNode =>
    el(
      'fieldset',
      {},
      el('legend', { class: 'only-spoken' }, label),
      ...choices
        .filter(({ isChosen }) => isChosen || awaitsScript)
        .map(({ text, isChosen }) => el('label', { class: isChosen ? 'is-chosen' : 'later' }, text)),
    );
  return div('pair-metrics', ...switches.flatMap((each) => (each ? draw(each) : [])));
}

export function legendHtml(content: SheetContent): HtmlNode {
  const { legends, language } = content;
  return el(
    'div',
    { class: 'pair-legend', role: 'region', 'aria-label': legendName(legends[0].scale.metric, undefined, language) },
    ...legends.flatMap((legend) => scaleHtml(content, legend)),
  );
}

function scaleHtml(
  { dataset, language, legends }: SheetContent,
  { scale, palette, isReclassed, asked, kept }: SheetLegend,
): HtmlNode[] {
  const isOneOf = legends.length > 1;
  const isLast = legends[legends.length - 1]?.scale === scale;
  const part = legendPart(dataset, scale, language, { isOneOf, isReclassed, asked, kept });
  const { level } = scale;
  const histogram = scale.isFixed ? undefined : histogramOf(scale);
  return [
    div(
      'head',
      el('strong', {}, part.metric),
      ...when(part.period, (text) => span('', text)),
      ...when(part.levelName, (text) => span('', text)),
      ...when(part.bases, choicesHtml),
      ...when(part.unit, (text) => span('soft', text)),
      ...when(part.total, (text) => span('soft', text)),
      ...when(part.status, (text) => span('status', text)),
      ...when(part.badge, (text) => span('badge', text)),
    ),
    ...when(part.empty, (text) => el('p', { class: 'soft' }, text)),
    ...when(!part.empty && histogram, (spread) =>
      el(
        'div',
        { class: 'spread', 'data-rows': Math.max(0, ...thumbRows(spread, scale.breaks)) },
        el(
          'svg',
          { class: 'bars', 'aria-hidden': 'true' },
          ...barNodes(spread, palette),
          ...breakNodes(spread, scale.breaks, palette),
        ),
      ),
    ),
    ...when(!part.empty, () =>
      el(
        'ol',
        { class: part.isList ? 'classes is-list' : 'classes' },
        ...part.classes.map(({ index, label, fill, count }) =>
          el(
            'li',
            {},
            span(
              'class',
              swatchPicture(fill, palette, `static-class-${level}-${index}`),
              label.replace('–', '–\u200b'),
              span('count', count),
            ),
          ),
        ),
      ),
    ),
    el(
      'ul',
      { class: 'others' },
      ...part.others.map(({ kind, label, fill, count }) =>
        el('li', {}, swatchPicture(fill, palette, `static-${kind}`), label, ' ', span('count', count)),
      ),
      ...when(part.filter, (text) => el('li', { class: 'filter' }, text)),
    ),
    ...basisHtml(part.basis, isLast && !part.empty, palette, language),
  ];
}

/** The live legend's choices, which do nothing until it comes, and take the same room. */
function basisHtml(
  basis: LegendBasis | undefined,
  isLast: boolean,
  { textures }: Palette,
  language: Language,
): HtmlNode[] {
  if (!basis && !isLast) return [];
  const box = el('input', { type: 'checkbox', disabled: '', ...(textures ? { checked: '' } : {}) });
  const label = el('label', { class: 'textures' }, box, ' ', say(language, 'legend.textures'));
  return [
    div(
      'choices',
      ...when(basis, ({ from, methods, counts }) => [choicesHtml(methods), choicesHtml(counts), span('', from)]),
      ...when(isLast, () => label),
    ),
  ];
}

const choicesHtml = ({ label, options }: Choices<string> | Choices<number>): HtmlNode =>
  el(
    'select',
    { disabled: '', 'aria-label': label },
    ...options.map(({ text, isChosen }) => el('option', isChosen ? { selected: '' } : {}, text)),
  );

/** The live table has it at the end of its cells, and columns that must give way are wider for it. */
const SPACE = ' ';

/** All regions that the pairing is about, the highest value first. */
export function tableHtml(
  { dataset, language, legends: [{ scale, palette }] }: SheetContent,
  awaitsScript: boolean,
): HtmlNode {
  const { context, label, columns } = tablePart(dataset, scale, language);
  const rows = sortRows(tableRows(dataset, scale, language).filter(isInvolved), 'value', true);
  const heading = (key: string): Record<string, string> => (key === 'value' ? { 'aria-sort': 'descending' } : {});
  return div(
    'pair-table',
    ...when(awaitsScript, () => toolsHtml(context)),
    el(
      'div',
      // It scrolls, and so must be reached by keyboard.
      { class: 'box', tabindex: 0, role: 'region', 'aria-label': label },
      el(
        'table',
        {},
        el('caption', { class: 'only-spoken' }, label),
        el(
          'thead',
          {},
          el(
            'tr',
            {},
            ...columns.map(({ key, page }) =>
              el('th', { scope: 'col', class: key, ...heading(key) }, page.heading(context), SPACE),
            ),
          ),
        ),
        el(
          'tbody',
          {},
          ...rows.map((row) =>
            el(
              'tr',
              {},
              ...columns.map(({ key, page }) => {
                const cell = page.cell(row, context);
                const attributes = {
                  class: cell.isSoft ? `${key} is-soft` : key,
                  ...(cell.title ? { title: cell.title } : {}),
                };
                return page.isHead
                  ? el('th', { scope: 'row', ...attributes }, ...cellHtml(cell, palette, row.code), SPACE)
                  : el('td', attributes, ...cellHtml(cell, palette, row.code), SPACE);
              }),
            ),
          ),
        ),
      ),
    ),
    el('p', { class: 'foot' }, span('', tableFoot(dataset, scale, rows, language))),
  );
}

function cellHtml({ runs, swatch: fill }: Cell, palette: Palette, code: string): HtmlChild[] {
  return [
    ...when(fill, (shown) => swatchPicture(shown, palette, `static-row-${code}`)),
    ...runs.flatMap(({ text, isMark, lang }): HtmlChild[] =>
      isMark ? [' ', span('mark', text)] : [lang ? el('bdi', { lang }, text) : text],
    ),
  ];
}

/** The room of what narrows the table, which comes with script. */
function toolsHtml({ dataset, scale, language }: TableContext): HtmlNode {
  const { regions } = dataset;
  const { length: count } = { county: regions.counties, prefecture: regions.prefectures, province: regions.provinces }[
    scale.level
  ];
  const check = (text: string): HtmlNode => el('label', {}, el('input', { type: 'checkbox', disabled: '' }), text);
  return div(
    'tools later',
    el('input', { type: 'search', disabled: '' }),
    check(say(language, 'table.all', { count })),
    check(say(language, 'table.selection')),
    el('button', { disabled: '' }, say(language, 'table.csv')),
  );
}

export function ledgerHtml({ dataset, faults, language, legends: [{ scale }] }: SheetContent): HtmlNode {
  const { title, line, verdict, hasFaults, reconciled, blocks } = ledgerPart(dataset, scale, faults, language);
  return div(
    'pair-ledger',
    el(
      'details',
      {},
      el('summary', {}, `${title} ${line} `, hasFaults ? span('faults', verdict) : verdict),
      ...when(reconciled, (text) => el('p', {}, text)),
      ...blocks.flatMap(({ heading, lines }) => [
        el('h2', {}, heading),
        el('ul', {}, ...lines.map((each) => el('li', {}, each))),
      ]),
    ),
  );
}
