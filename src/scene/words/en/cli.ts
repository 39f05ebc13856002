/** English for the command line. */
import type { cli as chinese } from '../zh-CN/cli.js';

export const cli: Readonly<Record<keyof typeof chinese, string>> = {
  'cli.usage': `Usage:
  pair-atlas snapshot [FILE] -o page.html|map.svg [options]
  pair-atlas check [FILE] [--geometry FILE.json] [--strict] [--json]
                   [--to-feed FEED.json] [--to-xlsx DATA.xlsx] [--to-csvw DATA.csv]
  pair-atlas boundaries FILE -o boundaries.json --code-field FIELD --name-field FIELD --datum wgs84|cgcs2000|gcj02

FILE is a .json, .csv, .tsv or .xlsx; without one, the built-in case. Options:
  --column "COLUMN=USE"  what a column of a table is; may be repeated: C=ignore, "Funding=amount:million yuan"
  --to-feed FEED.json    writes the data that was read as JSON, such as that of a table
  --to-xlsx DATA.xlsx    writes all data as a workbook, which can be read again
  --to-csvw DATA.csv     writes CSV, and DATA.csv-metadata.json that says what its columns are (W3C CSV on the Web)
  --geometry FILE.json   boundaries, as TopoJSON
  --metric ID            --per BASE (per head, per county: one of the feed's bases)
  --period PERIOD
  --selected "CODE …"    selected regions
  --method METHOD        --classes NUMBER    --scheme RAMP
  --lang {languages}        --theme {themes}
  --textures             tells classes apart by lines too: for grey paper, and for those who do not see some colours apart
  --width PIXELS         width of the atlas on its page, 1200 by default
  --script URL           a script that the page loads, such as pair-atlas.js; may be repeated
  --extend MODULE.js     a module that registers schemes, methods, languages, parts or kinds, imported first; may be repeated
  --fragment             writes the tag alone, and no page around it
  --strict               exits with 1 where something is to be checked
  --json                 a report for programs, as data/check-report.schema.json has it

boundaries writes TopoJSON of counties in GeoJSON, a Shapefile or KML (it needs npm install mapshaper; gcj02 gcoord too):
  --code-field FIELD     the field with the six digits      --name-field FIELD      that with the name
  --prefecture-field FIELD  that with the prefecture’s name  --province-field FIELD  that with the province’s
  --datum DATUM          of the file; gcj02 becomes WGS 84
  --vintage YEAR         --source TEXT        --approval NUMBER
  --detail METRES        simplifies so far; nothing is simplified without it
  --encoding NAME        of the text in a Shapefile, such as gbk

Exit codes:
  0  can be used; with --strict, and nothing is to be checked
  1  cannot be used, or was not written; with --strict, or something is to be checked
  2  the command line cannot be read`,
  'cli.not-extended': '--extend {file}: {detail}',
  'json.symbol': 'a symbol that JSON does not have',
  'json.number': 'a number that is written wrongly',
  'json.name': 'a field name in double quotes is expected (there may be a comma too many before)',
  'json.value': 'a value is missing (there may be a comma too many before)',
  'json.colon': 'a colon is missing after the field name',
  'json.comma': 'a comma is missing here',
  'json.brace': 'a closing brace is missing',
  'json.bracket': 'a closing bracket is missing',
  'json.end': 'something follows the end of the content',
  'json.comment': 'JSON has no comments',
  'json.string': 'the text lacks its closing quotation mark',
  'json.escape': 'something that may not follow a backslash',
  'json.character': 'an invisible character in a text, such as a line break',
  'json.cut': 'the file ends here: it may be cut off',
  'cli.unreadable': 'cannot read the arguments: {detail}',
  'cli.output': 'Name the file with -o; it ends in .svg or .html.',
  'cli.written': 'written: {file}',
  'cli.not-written': 'not written: {detail}',
  'boundaries.options': 'Name the file of boundaries, --code-field, --name-field and --datum ({datums}).',
  'boundaries.output': 'Name the file with -o; it ends in .json.',
  'boundaries.package': 'This command needs {name}: run npm install {name} first.',
  'boundaries.format': '{file}: not a file that is known; use {expected}',
  'boundaries.unreadable': '{file}: cannot be read: {detail}',
  'boundaries.degrees': '{file}: coordinates are no degrees. Convert them first, or put the .prj file beside it.',
  'boundaries.field': 'there is no field {field}; the file has {fields}',
  'boundaries.none': 'No county can be used: six digits that do not end in 00, and a polygon.',
  'boundaries.refused': '{count} shapes not used (no six digits of a county, or no polygon): {list}',
  'boundaries.twice': '{count} codes have several shapes, which were made one: {list}',
  'boundaries.nameless': '{count} regions have no name; their code stands for it: {list}',
  'boundaries.made': '{counties} counties, {prefectures} prefectures, {provinces} provinces; datum {datum}',
  'boundaries.converted': 'Coordinates were turned from GCJ-02 into WGS 84.',
  'boundaries.no-approval':
    'No approval number is given: every map will say that its boundaries were not submitted for review.',
  'cli.feed': 'Feed: {id}, {title}',
};
