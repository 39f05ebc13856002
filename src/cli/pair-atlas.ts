#!/usr/bin/env node
/** `pair-atlas check` and `pair-atlas snapshot`. */
import { main } from './main.js';

process.exitCode = await main(process.argv.slice(2), {
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
});
