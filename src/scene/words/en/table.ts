/** English for the table. */
import type { table as chinese } from '../zh-CN/table.js';

export const table: Readonly<Record<keyof typeof chinese, string>> = {
  'table.label': '{metric}, table of all regions',
  'table.name': 'Region',
  'table.second': 'In another script',
  'table.place': 'Within',
  'table.status': 'Remark',
  'table.partners.receives': 'Paired with',
  'table.partners.count': '{count}: {names}',
  'table.value': '{metric} ({unit})',
  'table.search': 'Filter by name, pinyin or code',
  'table.all': 'List all {count} regions',
  'table.selection': 'Selected only',
  'table.filtered': 'Filtered by the legend: {count} listed',
  'table.unfilter': 'Remove the filter',
  'table.rows': '{count} rows',
  'table.total.received': 'received {value} together',
  'table.total.given': 'given {value} together',
  'table.none': 'No region answers to this',
  'table.page': 'Page {page} of {pages}',
  'table.previous': 'Previous page',
  'table.next': 'Next page',
  'table.csv': 'Download CSV',
  'table.keys': 'Arrow keys move in the table, Enter selects a region or sorts',
};
