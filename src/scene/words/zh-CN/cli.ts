/** Chinese for the command line. */
export const cli = {
  'cli.usage': `用法：
  pair-atlas snapshot [数据文件] -o 页面.html|图.svg [选项]
  pair-atlas check [数据文件] [--geometry 边界.json] [--strict] [--to-feed 数据.json]

数据文件是 .json、.csv、.tsv 或 .xlsx；不写时用内置的案例。选项：
  --to-feed 数据.json    把表格写成 JSON 数据
  --column "列=用途"     指定表格的列，如 C=ignore、"资金=amount:万元"，可多次写
  --geometry 边界.json   TopoJSON 边界
  --metric 指标          --period 时期
  --selected "代码 …"    选定的地区
  --method 分级方法      --classes 级数      --scheme 色带
  --lang zh-CN|en        --theme light|dark|contrast
  --width 像素           页面上图集的宽度，默认 1200
  --script 地址          页面载入的脚本，如 pair-atlas.js
  --fragment             只写标签，不写整页
  --strict               有需要核对之处时退出码为 1`,
  'cli.unreadable': '看不懂的参数：{detail}',
  'cli.output': '请用 -o 写明文件，以 .svg 或 .html 结尾。',
  'cli.written': '已写入 {file}',
  'cli.not-written': '没有写成：{detail}',
  'cli.feed': '数据：{id}，{title}',
} as const;
