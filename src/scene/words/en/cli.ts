/** English for the command line. */
import type { cli as chinese } from '../zh-CN/cli.js';

export const cli: Readonly<Record<keyof typeof chinese, string>> = {
  'cli.usage': `Usage:
  pair-atlas snapshot [FEED.json] -o page.html|map.svg [options]
  pair-atlas check [FEED.json] [--geometry FILE.json] [--strict]

Without a feed, the built-in case. Options:
  --geometry FILE.json   boundaries, as TopoJSON
  --metric ID            --period PERIOD
  --selected "CODE …"    selected regions
  --method METHOD        --classes NUMBER    --scheme RAMP
  --lang {languages}        --theme {themes}
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
