/** The parts of an atlas as HTML without script: their models in the markup of the live elements. */
import { isInvolved, sortRows, tableFoot, tablePart, tableRows, type TableContext } from '../../scene/parts/table.js';
import type { Cell } from '../../scene/parts/columns.js';
import {
  detailsPart,
  selectionPart,
  totalsPart,
  type DetailsBlock,
  type DetailsPart,
} from '../../scene/parts/details.js';
import { ledgerPart } from '../../scene/parts/ledger.js';
import { legendPart, type LegendBasis } from '../../scene/parts/legend.js';
import { summaryPart } from '../../scene/parts/summary.js';
import { levelSwitch, metricSwitch, type SwitchPart } from '../../scene/parts/switches.js';
import { histogramOf } from '../../scene/classes/histogram.js';
import { lineKeyPicture } from '../../scene/picture/links.js';
import { barNodes, breakNodes, swatchPicture } from '../../scene/picture/legend-pictures.js';
import type { Palette } from '../../scene/picture/tokens.js';
import type { SheetContent, SheetLegend } from '../../scene/sheet/content.js';
import type { PartnerLine } from '../../scene/text/description.js';
import { sourceRemarks, type SourceLine } from '../../scene/text/notes.js';
import { say } from '../../scene/words/index.js';
import { div, el, span, when, type HtmlChild, type HtmlNode } from './html.js';

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

/** Addresses of a feed have been checked: they are web addresses. */
function citation(source: SourceLine): HtmlNode {
  const { name, url } = source;
  const title = url ? el('a', { href: url, rel: 'noopener noreferrer' }, name) : el('cite', {}, name);
  const remarks = sourceRemarks(source).flatMap(({ text, isDate }) => [' ', el(isDate ? 'time' : 'span', {}, text)]);
  return span('source', title, ...remarks);
}

/** What the switches show now; the other choices keep their room until script brings them. */
export function switchesHtml({ dataset, language, legends }: SheetContent, awaitsScript: boolean): HtmlNode {
  const [{ scale }] = legends;
  const switches = [metricSwitch(dataset, scale.metric.id, language), levelSwitch(scale.level, language)];
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
  const { legends } = content;
  return div('pair-legend', ...legends.flatMap((legend) => scaleHtml(content, legend, legends.length > 1)));
}

function scaleHtml(
  { dataset, language }: SheetContent,
  { scale, palette, isReclassed, asked, kept }: SheetLegend,
  isOneOf: boolean,
): HtmlNode[] {
  const part = legendPart(dataset, scale, language, { isOneOf, isReclassed, asked, kept });
  const { level } = scale;
  const histogram = scale.isFixed ? undefined : histogramOf(scale);
  return [
    div(
      'head',
      el('strong', {}, part.metric),
      ...when(part.period, (text) => span('', text)),
      ...when(part.levelName, (text) => span('', text)),
      ...when(part.unit, (text) => span('soft', text)),
      ...when(part.total, (text) => span('soft', text)),
      ...when(part.status, (text) => span('status', text)),
      ...when(part.badge, (text) => span('badge', text)),
    ),
    ...when(part.empty, (text) => el('p', { class: 'soft' }, text)),
    ...when(!part.empty && histogram, (spread) =>
      div(
        'spread',
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
    ...when(part.basis, basisHtml),
  ];
}

/** The live legend's choices, which do nothing until it comes, and take the same room. */
function basisHtml({ from, methods, counts }: LegendBasis): HtmlNode {
  const choice = ({ label, options }: LegendBasis['methods'] | LegendBasis['counts']): HtmlNode =>
    el(
      'select',
      { disabled: '', 'aria-label': label },
      ...options.map(({ text, isChosen }) => el('option', isChosen ? { selected: '' } : {}, text)),
    );
  return div('choices', choice(methods), choice(counts), span('', from));
}

/** What is known of the selected regions, or, while there are none, what the provinces come to. */
export function detailsHtml(content: SheetContent, awaitsScript: boolean): HtmlNode {
  const { dataset, language, legends, selected } = content;
  const [{ scale, palette }] = legends;
  const parts = selected.flatMap((code) => detailsPart(dataset, scale, code, language) ?? []);
  return div(
    'pair-details',
    el(
      'section',
      { class: 'panel', 'aria-label': say(language, 'details.title') },
      ...when(parts.length > 1, () => selectionHtml(content)),
      ...(parts.length > 0 ? parts.flatMap((part) => regionHtml(part, palette)) : totalsHtml(content, awaitsScript)),
    ),
  );
}

function selectionHtml({ dataset, language, legends: [{ scale }], selected }: SheetContent): HtmlNode {
  const { heading, lines, without } = selectionPart(dataset, scale, selected, language);
  return div(
    'selection',
    el('h2', {}, heading),
    el(
      'ul',
      { class: 'totals' },
      ...lines.map(({ text, status }) => el('li', {}, text, ...when(status, (said) => [' ', span('status', said)]))),
      ...when(without, (text) => el('li', { class: 'soft' }, text)),
    ),
  );
}

function regionHtml(part: DetailsPart, palette: Palette): HtmlNode[] {
  return [
    el('header', {}, el('h2', {}, part.title), ' ', span('soft', part.place)),
    ...part.blocks.flatMap((block) => blockHtml(block, part.code, palette)),
  ];
}

function blockHtml(block: DetailsBlock, code: string, palette: Palette): HtmlNode[] {
  const titled = (name: string, heading: string, ...children: HtmlChild[]): HtmlNode[] => [
    el('div', { class: `block ${name}`, part: name }, el('h3', {}, heading), ...children),
  ];
  switch (block.kind) {
    case 'value': {
      const { label, text, exact, interval, status } = block.value;
      return [
        div(
          'value',
          swatchPicture(block.fill, palette, `static-value-${code}`, 14, 34),
          span('label soft', label),
          span('number', text),
          ...when(exact, (said) => span('exact soft', said)),
          ...when(interval, (said) => span('exact soft', said)),
          ...when(status, (said) => span('status', said)),
        ),
      ];
    }
    case 'before':
      return [el('p', { class: 'remark' }, block.text)];
    case 'others':
      return [
        el(
          'dl',
          { class: 'others' },
          ...block.lines.map(({ label, text, status }) =>
            el(
              'div',
              {},
              el('dt', { class: 'soft' }, label),
              el('dd', {}, text, ...when(status, (said) => [' ', span('status', said)])),
            ),
          ),
        ),
      ];
    case 'remarks':
      return block.lines.map((line) => el('p', { class: 'remark soft' }, line));
    // Nothing can be chosen without script; what the city's partners are stands in its own row.
    case 'city':
      return [el('p', { class: 'remark soft' }, block.text)];
    case 'partners':
      return titled(
        'partners',
        block.heading,
        block.none
          ? el('p', { class: 'soft' }, block.none)
          : el(
              'ul',
              { class: 'partners' },
              ...block.partners.map((partner) => el('li', {}, ...partnerHtml(partner, palette))),
              ...when(block.more, (text) => el('li', { class: 'soft' }, text)),
              ...when(block.widths, (text) => el('li', { class: 'soft' }, text)),
            ),
      );
    case 'explanation':
      return titled(
        'explanation',
        block.heading,
        el('ul', {}, ...block.sentences.map((sentence) => el('li', {}, sentence))),
      );
    case 'notes':
      return titled(
        'notes',
        block.heading,
        ...block.notes.map(({ title, text, source }) =>
          el(
            'p',
            { class: 'note' },
            el('strong', {}, title),
            ` ${text}`,
            ...when(source, (line) => [el('br', {}), span('soft', citation(line))]),
          ),
        ),
        ...when(block.more, (text) => el('p', { class: 'soft' }, text)),
      );
    case 'sources':
      return titled(
        'sources',
        block.heading,
        el('ul', {}, ...block.sources.map((line) => el('li', {}, citation(line)))),
      );
  }
}

function partnerHtml({ name, place, marks, note, link, share }: PartnerLine, palette: Palette): HtmlChild[] {
  return [
    lineKeyPicture(link, share, palette),
    ' ',
    name,
    ...marks.flatMap((mark) => [' ', span('mark', mark)]),
    ' ',
    span('soft', place),
    ...when(note, (text) => [el('br', {}), span('soft', text)]),
  ];
}

function totalsHtml({ dataset, language, legends: [{ scale }] }: SheetContent, awaitsScript: boolean): HtmlNode[] {
  const part = totalsPart(dataset, scale.metric, scale.period, language);
  return [
    ...when(awaitsScript, () => el('p', { class: 'hint soft later' }, say(language, 'details.hint'))),
    ...when(part, ({ heading, status, rows }) => [
      el('h2', { class: 'small' }, heading),
      ...when(status, (text) => el('p', { class: 'status' }, text)),
      el(
        'table',
        {},
        ...rows.map(({ name, counties, text }) =>
          el('tr', {}, el('th', { scope: 'row' }, name), el('td', {}, counties), el('td', {}, text)),
        ),
      ),
    ]),
  ];
}

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
    ...when(fill, (shown) => swatchPicture(shown, palette, `static-row-${code}`, 14, 14)),
    ...runs.flatMap(({ text, isMark }): HtmlChild[] => (isMark ? [' ', span('mark', text)] : [text])),
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
        el('h4', {}, heading),
        el('ul', {}, ...lines.map((each) => el('li', {}, each))),
      ]),
    ),
  );
}
