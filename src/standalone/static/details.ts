/** Details as HTML without script. */
import {
  detailsPart,
  selectionPart,
  totalsPart,
  type DetailsBlock,
  type DetailsPart,
} from '../../scene/parts/details.js';
import type { SeriesPart } from '../../scene/parts/series.js';
import { swatchPicture } from '../../scene/picture/legend-pictures.js';
import { lineKeyPicture } from '../../scene/picture/links.js';
import { seriesPicture } from '../../scene/picture/series-picture.js';
import type { Palette } from '../../scene/picture/tokens.js';
import type { SheetContent } from '../../scene/sheet/content.js';
import type { PartnerLine } from '../../scene/text/description.js';
import { say } from '../../scene/words/index.js';
import { div, el, span, when, type HtmlChild, type HtmlNode } from './html.js';
import { citation } from './source.js';

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
    case 'names':
      return [
        el(
          'p',
          { class: 'names', part: 'names' },
          ...block.names.flatMap(({ text, lang, of }) => [
            el('span', {}, el('bdi', { lang }, text), ' ', span('soft', of)),
            ' ',
          ]),
        ),
      ];
    case 'value': {
      const { label, text, exact, interval, status } = block.value;
      return [
        div(
          'value',
          swatchPicture(block.fill, palette, `static-value-${code}`),
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
    case 'series':
      return [seriesHtml(block.series, palette, code)];
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
    ...when(part, ({ heading, status, isText, rows }) => [
      el('h2', { class: 'small' }, heading),
      ...when(status, (text) => el('p', { class: 'status' }, text)),
      el(
        'table',
        isText ? { class: 'is-text' } : {},
        ...rows.map(({ name, counties, text }) =>
          el('tr', {}, el('th', { scope: 'row' }, name), el('td', {}, counties), el('td', {}, text)),
        ),
      ),
    ]),
  ];
}

function seriesHtml(part: SeriesPart, palette: Palette, code: string): HtmlNode {
  const { heading, labels, note } = part;
  return el(
    'figure',
    { class: 'series' },
    el('figcaption', { class: 'soft' }, heading, ...when(note, (text) => [' ', span('status', text)])),
    seriesPicture(part, palette, `static-series-${code}`),
    el('ol', { class: 'soft', 'aria-hidden': 'true' }, ...labels.map((label) => el('li', {}, label))),
  );
}
