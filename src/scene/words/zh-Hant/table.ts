/** Traditional Chinese for the table. */
import type { table as chinese } from '../zh-CN/table.js';

export const table: Readonly<Record<keyof typeof chinese, string>> = {
  'table.label': '{metric}，各地區資料表',
  'table.name': '地區',
  'table.second': '其他文字',
  'table.place': '所屬',
  'table.status': '說明',
  'table.partners.receives': '結對地區',
  'table.partners.count': '{count}個：{names}',
  'table.value': '{metric}（{unit}）',
  'table.search': '篩選名稱、拼音或代碼',
  'table.all': '列出全部{count}個地區',
  'table.selection': '只看選定的',
  'table.filtered': '圖例篩選：只列出{count}個',
  'table.unfilter': '取消篩選',
  'table.rows': '共{count}列',
  'table.total.received': '受援合計{value}',
  'table.total.given': '幫扶方合計{value}',
  'table.none': '沒有符合條件的地區',
  'table.page': '第{page}頁，共{pages}頁',
  'table.previous': '上一頁',
  'table.next': '下一頁',
  'table.csv': '下載 CSV',
  'table.keys': '方向鍵在表格中移動，Enter 鍵選定地區或排序',
};
