/** English for exported files. */
import type { files as chinese } from '../zh-CN/files.js';

export const files: Readonly<Record<keyof typeof chinese, string>> = {
  'sheet.sources.more': '{count} more, all in the CSV file',
  'export.label': 'Export',
  'export.svg': 'Vector image (SVG)',
  'export.png': 'Image (PNG)',
  'export.csv': 'Data table (CSV)',
  'export.print': 'Print',
  'export.failed': 'Not exported: {detail}',
  'csv.metric': 'Metric',
  'csv.status': 'Kind of figure',
  'csv.status.of': 'Kind of figure: {metric}',
  'csv.class': 'Class {rank}: {label}',
  'csv.class.column': 'Class',
  'csv.boundaries': 'Boundaries',
  'csv.ledger': 'Data check',
  'csv.code': 'Code',
  'csv.pinyin': 'Pinyin',
  'csv.kind': 'How it came about',
  'csv.own': 'its own',
  'csv.sum': 'sum of its counties',
  'csv.given': 'sum of those it helps',
  'csv.source': 'Source',
};
