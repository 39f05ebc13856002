/** Chinese, for what comes after the first picture. */
import { marks } from './marks.js';
import { legend } from './legend.js';
import { details } from './details.js';
import { explanation } from './explanation.js';
import { ledger } from './ledger.js';
import { controls } from './controls.js';
import { table } from './table.js';
import { files } from './files.js';
import { cli } from './cli.js';
import { tables } from './tables.js';
import { speech } from './speech.js';
import { basemap } from './basemap.js';

export const deferred = {
  ...marks,
  ...legend,
  ...details,
  ...explanation,
  ...ledger,
  ...controls,
  ...table,
  ...files,
  ...cli,
  ...tables,
  ...speech,
  ...basemap,
} as const;
