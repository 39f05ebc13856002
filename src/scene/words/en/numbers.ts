/** English for units, numbers and punctuation. */
import type { numbers as chinese } from '../zh-CN/numbers.js';

export const numbers: Readonly<Record<keyof typeof chinese, string>> = {
  'unit.yuan': 'yuan',
  'unit.wan-yuan': '10,000 yuan',
  'unit.yi-yuan': 'million yuan',
  'unit.person': 'people',
  'unit.person.one': 'person',
  'unit.county.one': 'county',
  'unit.prefecture.one': 'prefecture',
  'unit.province.one': 'province',
  'unit.county': 'counties',
  'unit.prefecture': 'prefectures',
  'unit.province': 'provinces',
  'number.about': 'about {value}',
  'unit.wan': '0,000',
  'unit.yi': 'million',
  'text.labelled': '{label}: {text}',
  'text.comma': ', ',
  'text.list': ', ',
  'text.semicolon': '; ',
  'text.stop': '. ',
  'unit.yuan-per-person': 'yuan per person',
};
