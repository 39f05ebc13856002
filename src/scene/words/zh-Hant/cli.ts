/** Traditional Chinese for the command line. */
import type { cli as chinese } from '../zh-CN/cli.js';

export const cli: Readonly<Record<keyof typeof chinese, string>> = {
  'cli.usage': `用法：
  pair-atlas snapshot [資料檔案] -o 頁面.html|圖.svg [選項]
  pair-atlas check [資料檔案] [--geometry 邊界.json] [--strict] [--json]
                   [--to-feed 資料.json] [--to-xlsx 資料.xlsx] [--to-csvw 資料.csv]
  pair-atlas boundaries 邊界檔案 -o 邊界.json --code-field 欄位 --name-field 欄位 --datum wgs84|cgcs2000|gcj02

資料檔案是 .json、.csv、.tsv 或 .xlsx；不寫時用內建的案例。選項：
  --column "欄=用途"     指定表格的欄，可多次寫，如 C=ignore、"資金=amount:萬元"
  --to-feed 資料.json    把讀到的資料寫成 JSON，如由表格而來
  --to-xlsx 資料.xlsx    把全部資料寫成活頁簿，可以再讀回來
  --to-csvw 資料.csv     寫成 CSV 和說明各欄的 資料.csv-metadata.json（W3C CSV on the Web）
  --geometry 邊界.json   TopoJSON 邊界
  --metric 指標          --per 基數（人均、縣均：資料中 bases 的某一項）
  --period 時期
  --selected "代碼 …"    選定的地區
  --method 分級方法      --classes 級數      --scheme 色帶
  --lang {languages}        --theme {themes}
  --width 像素           頁面上圖集的寬度，預設 1200
  --script 網址          頁面載入的指令碼，如 pair-atlas.js，可多次寫
  --extend 模組.js       先載入的模組，註冊色帶、分級方法、語言、元件或指標種類，可多次寫
  --fragment             只寫標籤，不寫整頁
  --strict               有需要核對之處時結束代碼為 1
  --json                 寫出供程式讀取的報告，格式見 data/check-report.schema.json

boundaries 由 GeoJSON、Shapefile 或 KML 的分縣邊界寫出 TopoJSON（需要 npm install mapshaper；gcj02 另需 gcoord）：
  --code-field 欄位      六位代碼所在的欄位    --name-field 欄位      名稱所在的欄位
  --prefecture-field 欄位  市（州）名所在的欄位  --province-field 欄位  省名所在的欄位
  --datum 座標系         檔案的座標系；gcj02 會轉為 WGS 84
  --vintage 年份         --source 來源         --approval 審圖號
  --detail 公尺           化簡到這個精度；不寫不化簡
  --encoding 編碼        Shapefile 的文字編碼，如 gbk

結束代碼：
  0  可以使用；加了 --strict 時，也沒有需要核對之處
  1  不能使用，或沒有寫成；加了 --strict 時，或有需要核對之處
  2  看不懂命令列`,
  'cli.not-extended': '--extend {file}：{detail}',
  'json.symbol': '這裡有看不懂的字元',
  'json.number': '數字寫法不對',
  'json.name': '這裡應為帶雙引號的欄位名（前面可能多了一個逗號）',
  'json.value': '這裡缺一個值（前面可能多了一個逗號）',
  'json.colon': '欄位名後缺冒號',
  'json.comma': '這裡缺逗號',
  'json.brace': '缺右大括號',
  'json.bracket': '缺右中括號',
  'json.end': '內容結束之後還有多餘的字元',
  'json.comment': 'JSON 裡不能有註解',
  'json.string': '文字缺右引號',
  'json.escape': '反斜線後的寫法不對',
  'json.character': '文字裡有不可見的字元，如換行',
  'json.cut': '檔案到這裡就斷了，可能沒有傳完',
  'cli.unreadable': '看不懂的參數：{detail}',
  'cli.output': '請用 -o 寫明檔案，以 .svg 或 .html 結尾。',
  'cli.written': '已寫入 {file}',
  'cli.not-written': '沒有寫成：{detail}',
  'boundaries.options': '請寫明邊界檔案、--code-field、--name-field 和 --datum（{datums}）。',
  'boundaries.output': '請用 -o 寫明檔案，以 .json 結尾。',
  'boundaries.package': '這個命令需要 {name}：請先執行 npm install {name}。',
  'boundaries.format': '{file}：不認識這種檔案；可用 {expected}',
  'boundaries.unreadable': '{file}：讀不出來：{detail}',
  'boundaries.degrees': '{file}：座標不是經緯度。請先轉換為經緯度，或把 .prj 檔案放在旁邊。',
  'boundaries.field': '沒有欄位 {field}；檔案裡有 {fields}',
  'boundaries.none': '沒有可用的縣：六位代碼不能以 00 結尾，圖形應為多邊形。',
  'boundaries.refused': '{count} 個圖形沒有用（沒有縣級的六位代碼，或不是多邊形）：{list}',
  'boundaries.twice': '{count} 個代碼不止一個圖形，已合為一個：{list}',
  'boundaries.nameless': '{count} 個地區沒有名稱，用代碼代替：{list}',
  'boundaries.made': '{counties} 個縣，{prefectures} 個市（州），{provinces} 個省；座標系 {datum}',
  'boundaries.converted': '座標已由 GCJ-02 轉為 WGS 84。',
  'boundaries.no-approval': '沒有寫審圖號：每幅圖會寫明邊界未送審。',
  'cli.feed': '資料：{id}，{title}',
};
