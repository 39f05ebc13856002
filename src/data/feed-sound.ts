// Made by `npm run build:validator` from data/feed.schema.json. Do not edit.
import { either, isText, isTexts, list, matches, number, oneOf, record, whole } from './checks.js';
import { isKind } from './kinds/index.js';

const localText = either(isText, isTexts);
const code = either(isText, whole());
const period = either(isText, whole());
const status = oneOf('reported', 'confirmed', 'revised', 'provisional', 'inferred', 'estimated', 'illustrative');
const sourceId = isText;
const date = matches(new RegExp('^[0-9]{4}(-[0-9]{2}){0,2}$', 'u'));
const source = record(
  ['id', 'name'],
  { id: isText, name: localText, url: matches(new RegExp('^[Hh][Tt][Tt][Pp][Ss]?://', 'u')), date: date },
  true,
);
const boundaries = record([], { vintage: isText, source: localText, approval: isText }, true);
const namedValue = record(['id'], { id: either(isText, whole()), label: localText }, true);
const metric = record(
  ['id', 'label', 'kind'],
  {
    id: isText,
    label: localText,
    kind: isKind,
    unit: isText,
    total: number(-1000000000000000, 1000000000000000),
    of: isText,
    givers: oneOf('own'),
    per: isText,
    times: number(0, undefined, true),
    since: period,
    middle: number(),
    low: isText,
    high: isText,
    digits: whole(0),
    categories: list(namedValue),
    special: list(namedValue),
    breaks: list(number()),
    classLabels: list(localText),
    source: sourceId,
  },
  true,
);
const value = record(['code'], {
  code: code,
  period: either(isText, whole(), list(period, 1)),
  status: status,
  source: sourceId,
});
const pair = record(
  ['from', 'to'],
  {
    from: code,
    to: code,
    period: period,
    weight: number(0, 1000000000000000, true),
    status: status,
    source: sourceId,
    note: localText,
  },
  true,
);
const note = record(
  ['code', 'title', 'text'],
  { code: code, title: localText, text: localText, source: sourceId },
  true,
);
const name = record(['code', 'lang', 'text'], { code: code, lang: isText, text: isText, source: sourceId });
const headline = record(
  ['id', 'label', 'value'],
  { id: isText, label: localText, value: number(-1000000000000000, 1000000000000000), unit: isText, source: sourceId },
  true,
);

/** Has the schema nothing against it? */
export const isSoundFeed = record(
  ['version', 'id', 'title', 'metrics', 'regions', 'values'],
  {
    version: oneOf(1),
    id: isText,
    title: localText,
    updated: matches(new RegExp('^[0-9]{4}-[0-9]{2}-[0-9]{2}', 'u')),
    sources: list(source),
    boundaries: boundaries,
    metrics: list(metric),
    bases: list(isText),
    regions: list(code),
    values: list(value),
    pairs: list(pair),
    notes: list(note),
    names: list(name),
    headlines: list(headline),
  },
  true,
);
