/** Chinese for the command line. */
export const cli = {
  'cli.usage': `用法：
  pair-atlas snapshot [数据文件] -o 页面.html|图.svg [选项]
  pair-atlas check [数据文件] [--geometry 边界.json] [--strict] [--json]
                   [--to-feed 数据.json] [--to-xlsx 数据.xlsx] [--to-csvw 数据.csv]

数据文件是 .json、.csv、.tsv 或 .xlsx；不写时用内置的案例。选项：
  --column "列=用途"     指定表格的列，可多次写，如 C=ignore、"资金=amount:万元"
  --to-feed 数据.json    把读到的数据写成 JSON，如由表格而来
  --to-xlsx 数据.xlsx    把全部数据写成工作簿，可以再读回来
  --to-csvw 数据.csv     写成 CSV 和说明各列的 数据.csv-metadata.json（W3C CSV on the Web）
  --geometry 边界.json   TopoJSON 边界
  --metric 指标          --per 基数（人均、县均：数据中 bases 的某一项）
  --period 时期
  --selected "代码 …"    选定的地区
  --method 分级方法      --classes 级数      --scheme 色带
  --lang {languages}        --theme {themes}
  --width 像素           页面上图集的宽度，默认 1200
  --script 地址          页面载入的脚本，如 pair-atlas.js，可多次写
  --extend 模块.js       先载入的模块，注册色带、分级方法、语言、部件或指标种类，可多次写
  --fragment             只写标签，不写整页
  --strict               有需要核对之处时退出码为 1
  --json                 写出供程序读取的报告，格式见 data/check-report.schema.json

退出码：
  0  可以使用；加了 --strict 时，也没有需要核对之处
  1  不能使用，或没有写成；加了 --strict 时，或有需要核对之处
  2  命令行看不懂`,
  'cli.not-extended': '--extend {file}：{detail}',
  'json.symbol': '这里有看不懂的字符',
  'json.number': '数字写法不对',
  'json.name': '这里应为带双引号的字段名（前面可能多了一个逗号）',
  'json.value': '这里缺一个值（前面可能多了一个逗号）',
  'json.colon': '字段名后缺冒号',
  'json.comma': '这里缺逗号',
  'json.brace': '缺右花括号',
  'json.bracket': '缺右方括号',
  'json.end': '内容结束之后还有多余的字符',
  'json.comment': 'JSON 里不能有注释',
  'json.string': '文本缺右引号',
  'json.escape': '反斜杠后的写法不对',
  'json.character': '文本里有不可见的字符，如换行',
  'json.cut': '文件到这里就断了，可能没有传完',
  'cli.unreadable': '看不懂的参数：{detail}',
  'cli.output': '请用 -o 写明文件，以 .svg 或 .html 结尾。',
  'cli.written': '已写入 {file}',
  'cli.not-written': '没有写成：{detail}',
  'cli.feed': '数据：{id}，{title}',
} as const;
