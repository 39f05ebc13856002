/** Chinese for the command line. */
export const cli = {
  'cli.usage': `用法：
  pair-atlas snapshot [数据文件] -o 页面.html|图.svg [选项]
  pair-atlas check [数据文件] [--geometry 边界.json] [--strict] [--json]
                   [--to-feed 数据.json] [--to-xlsx 数据.xlsx] [--to-csvw 数据.csv]
  pair-atlas boundaries 边界文件 -o 边界.json --code-field 字段 --name-field 字段 --datum wgs84|cgcs2000|gcj02

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
  --textures             各级加纹理：供黑白打印，或难以分辨颜色的人看
  --width 像素           页面上图集的宽度，默认 1200
  --script 地址          页面载入的脚本，如 pair-atlas.js，可多次写
  --extend 模块.js       先载入的模块，注册色带、分级方法、语言、部件或指标种类，可多次写
  --fragment             只写标签，不写整页
  --strict               有需要核对之处时退出码为 1
  --json                 写出供程序读取的报告，格式见 data/check-report.schema.json

boundaries 由 GeoJSON、Shapefile 或 KML 的分县边界写出 TopoJSON（需要 npm install mapshaper；gcj02 另需 gcoord）：
  --code-field 字段      六位代码所在的字段    --name-field 字段      名称所在的字段
  --prefecture-field 字段  市（州）名所在的字段  --province-field 字段  省名所在的字段
  --datum 坐标系         文件的坐标系；gcj02 会转为 WGS 84
  --vintage 年份         --source 来源         --approval 审图号
  --detail 米            化简到这个精度；不写不化简
  --encoding 编码        Shapefile 的文字编码，如 gbk

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
  'boundaries.options': '请写明边界文件、--code-field、--name-field 和 --datum（{datums}）。',
  'boundaries.output': '请用 -o 写明文件，以 .json 结尾。',
  'boundaries.package': '这个命令需要 {name}：请先运行 npm install {name}。',
  'boundaries.format': '{file}：不认识这种文件；可用 {expected}',
  'boundaries.unreadable': '{file}：读不出来：{detail}',
  'boundaries.degrees': '{file}：坐标不是经纬度。请先转换为经纬度，或把 .prj 文件放在旁边。',
  'boundaries.field': '没有字段 {field}；文件里有 {fields}',
  'boundaries.none': '没有可用的县：六位代码不能以 00 结尾，图形应为多边形。',
  'boundaries.refused': '{count} 个图形没有用（没有县级的六位代码，或不是多边形）：{list}',
  'boundaries.twice': '{count} 个代码不止一个图形，已合为一个：{list}',
  'boundaries.nameless': '{count} 个地区没有名称，用代码代替：{list}',
  'boundaries.made': '{counties} 个县，{prefectures} 个市（州），{provinces} 个省；坐标系 {datum}',
  'boundaries.converted': '坐标已由 GCJ-02 转为 WGS 84。',
  'boundaries.no-approval': '没有写审图号：每幅图会写明边界未送审。',
  'cli.feed': '数据：{id}，{title}',
} as const;
