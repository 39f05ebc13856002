/** English. The types make a missing or an extra word an error. */
import type { Words } from '../index.js';
import { numbers } from './numbers.js';
import { status } from './status.js';
import { map } from './map.js';
import { summary } from './summary.js';
import { state } from './state.js';
import { faults } from './faults.js';
import { feedFaults } from './feed-faults.js';
import { marks } from './marks.js';
import { legend } from './legend.js';
import { details } from './details.js';
import { explanation } from './explanation.js';
import { live } from './live.js';
import { ledger } from './ledger.js';
import { controls } from './controls.js';
import { table } from './table.js';
import { files } from './files.js';
import { cli } from './cli.js';
import { tables } from './tables.js';
import { speech } from './speech.js';
import { plain } from './plain.js';
import { basemap } from './basemap.js';
import { doctor } from './doctor.js';
import { keys } from './keys.js';
import { ways } from './ways.js';
import { sound } from './sound.js';
import { gestures } from './gestures.js';
import { shortEnglishName } from '../../../data/english-names.js';
import { grammar } from './grammar.js';

// What no page needs that has other words.
grammar.shortName = shortEnglishName;

export const words: Words = {
  ...numbers,
  ...status,
  ...map,
  ...summary,
  ...state,
  ...faults,
  ...feedFaults,
  ...marks,
  ...legend,
  ...details,
  ...explanation,
  ...live,
  ...ledger,
  ...controls,
  ...table,
  ...files,
  ...cli,
  ...tables,
  ...speech,
  ...plain,
  ...basemap,
  ...doctor,
  ...keys,
  ...ways,
  ...sound,
  ...gestures,
};
