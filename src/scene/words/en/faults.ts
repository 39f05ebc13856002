/** English for what is wrong with an address or an attribute, and what to do about it. */
import type { faults as chinese } from '../zh-CN/faults.js';

export const faults: Readonly<Record<keyof typeof chinese, string>> = {
  'fault.place': '{path}: {message}',
  'fault.more': '{count} more',
  'fault.http': 'the server answered {status}',
  'fault.network': 'the server cannot be reached',
  'fault.timeout': 'no answer within {seconds} seconds',
  'fault.not-json': 'not valid JSON: {detail}',
  'fault.unknown-metric': 'there is no metric {got}',
  'fault.unknown-region': 'there is no region with the code {code}',
  'fault.unknown-attribute-value': 'unknown value {got}; known: {expected}',
  'fault.unexpected': 'the program failed: {detail}',
  'remedy.unexpected': 'Try again; if it stays so, tell the developers this sentence.',
  'fault.strict-ledger': '{count} rows do not fit the boundaries (strict)',
  'remedy.network': 'Check the connection, and try again later.',
  'remedy.not-json': 'Check the file with a JSON validator.',
  'remedy.unknown-metric': 'Use one of the ids in metrics.',
  'remedy.unknown-region': 'Check the attribute region of pair-map against the boundary file.',
  'remedy.unknown-attribute-value': 'Use one of the known values.',
  'remedy.strict-ledger': 'Correct the rows listed in the data check, or leave out strict.',
};
