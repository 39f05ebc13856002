#!/usr/bin/env node
/** `pair-atlas check`, `pair-atlas snapshot` and `pair-atlas boundaries`. */
import { main } from './main.js';

// Whoever reads the output may stop early: `pair-atlas check | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await main(process.argv.slice(2), {
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
});
