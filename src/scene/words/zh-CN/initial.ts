/** Chinese, the first language of the library: what the first picture needs. `{name}` is filled in; other braces do not occur. */
import { numbers } from './numbers.js';
import { status } from './status.js';
import { map } from './map.js';
import { summary } from './summary.js';
import { state } from './state.js';
import { faults } from './faults.js';

export const initial = { ...numbers, ...status, ...map, ...summary, ...state, ...faults } as const;
