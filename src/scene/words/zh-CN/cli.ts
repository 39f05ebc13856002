/** Chinese for the command line. */
export const cli = {
  'cli.usage': `用法：
  pair-atlas snapshot [数据.json] -o 页面.html|图.svg [选项]
  pair-atlas check [数据.json] [--geometry 边界.json] [--strict]

不写数据文件时用内置的案例。选项：
  --geometry 边界.json   TopoJSON 边界
  --metric 指标          --period 时期
  --selected "代码 …"    选定的地区
  --method 分级方法      --classes 级数      --scheme 色带
  --lang {languages}        --theme {themes}
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
