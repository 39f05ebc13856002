/** English for what is wrong with an address or an attribute, and what to do about it. */
import type { faults as chinese } from '../zh-CN/faults.js';

export const faults: Readonly<Record<keyof typeof chinese, string>> = {
  'fault.place': '{path}: {message}',
  'fault.more': '{count} more',
  'fault.not-found': 'file not found (404)',
  'fault.http': 'the server answered {status}',
  'fault.network': 'the server cannot be reached',
  'fault.timeout': 'no answer within {seconds} seconds',
  'fault.unexpected': 'the program failed: {detail}',
  'remedy.unexpected': 'Try again; if it stays so, tell the developers this sentence.',
  'remedy.not-found': 'Check the address {path}.',
  'remedy.network': 'Check the connection, and try again later.',
};
