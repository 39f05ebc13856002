/** Chinese, for what comes after the first picture. */
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
import { speech } from './speech.js';
import { plain } from './plain.js';
import { basemap } from './basemap.js';

export const deferred = {
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
  ...speech,
  ...plain,
  ...basemap,
} as const;
