/** English for the command line. */
import type { cli as chinese } from '../zh-CN/cli.js';

export const cli: Readonly<Record<keyof typeof chinese, string>> = {
  'cli.usage': `Usage:
  pair-atlas snapshot [FILE] -o page.html|map.svg [options]
  pair-atlas check [FILE] [--geometry FILE.json] [--strict] [--to-feed FEED.json]

FILE is a .json, .csv, .tsv or .xlsx; without one, the built-in case. Options:
  --to-feed FEED.json    writes a table as a JSON feed
  --column "COLUMN=ROLE" says what a column is, such as C=ignore or "Funding=amount:million yuan"; may be repeated
  --geometry FILE.json   boundaries, as TopoJSON
  --metric ID            --period PERIOD
  --selected "CODE …"    selected regions
  --method METHOD        --classes NUMBER    --scheme RAMP
  --lang zh-CN|en        --theme light|dark|contrast
  --width PIXELS         width of the atlas on its page, 1200 by default
  --script URL           the script that the page loads, such as pair-atlas.js
  --fragment             writes the tag alone, and no page around it
  --strict               exits with 1 where something is to be checked`,
  'cli.unreadable': 'cannot read the arguments: {detail}',
  'cli.output': 'Name the file with -o; it ends in .svg or .html.',
  'cli.written': 'written: {file}',
  'cli.not-written': 'not written: {detail}',
  'cli.feed': 'Feed: {id}, {title}',
};
