/** English for the account of the data. */
import type { ledger as chinese } from '../zh-CN/ledger.js';

export const ledger: Readonly<Record<keyof typeof chinese, string>> = {
  'ledger.title': 'Data check:',
  'ledger.line': '{participants} take part: {drawn} with a value, {noData} without data. {onMap} counties on the map.',
  'ledger.clean': 'Every row fits the boundaries.',
  'ledger.faults': '{count} to check',
  'ledger.unmatched': 'Rows without a boundary',
  'ledger.duplicates': 'Duplicate rows or columns (the first is kept)',
  'ledger.repaired': 'Repaired codes',
  'ledger.readNumbers': 'Numbers read from text',
  'ledger.outOfRange': 'Values out of range (treated as no data)',
  'ledger.notTakingPart': 'Rows of regions that do not take part',
  'ledger.faulty': 'Rows with faults',
  'ledger.undrawn': 'Regions without a shape (broken boundaries)',
  'ledger.unpaired': 'Partner unknown',
  'ledger.noData': 'No data',
  'ledger.row': '{path}: {code}',
  'ledger.row.ambiguous':
    '{path}: several places are called {code}; give the code, or the prefecture before the name: {candidates}',
  'ledger.row.duplicate': '{path}: {code}, duplicate of {kept}',
  'ledger.row.repaired': '{path}: {from} → {to} ({how})',
  'ledger.row.read': '{path}: {from} → {to}',
  'ledger.row.range': '{path}: {metric} = {value} ({reason})',
  'repair.number': 'number to text',
  'repair.spaces': 'spaces removed',
  'repair.long': 'first six digits',
  'repair.short': 'filled up to six digits',
  'repair.recoded': 'old code to that of the boundaries',
  'repair.name': 'found by its name',
  'range.negative': 'negative',
  'range.too-large': 'too large: check unit and digits',
  'range.fraction': 'not a whole number',
  'ledger.reconciled':
    '{label}, {received} in all: {counties} with a known partner county, {cities} known to the city only, {unattributed} with no published partner.',
  'range.above-one': 'above 1',
};
