// @ts-check
/**
 * A language, as far as it has come: Hong Kong's words where they are others than those of zh-Hant, in which stands what is missing, as the
 * console says once.
 * @param {typeof import('pair-atlas/extend')} extend
 */
export default function hongKong({ registerLanguage }) {
  registerLanguage('zh-HK', {
    like: 'zh-Hant',
    also: ['zh-MO'],
    // Fetched, or made, when a page speaks it: a function would do as well.
    words: {
      'kind.no-data': '沒有數據',
      'details.hint': '指向或點選地圖上的地區，查看數值、結對關係和數據來源。',
      'details.missing': '其中{missing}個沒有數據',
      'legend.method.jenks': '自然斷點分級',
      'fault.network': '未能連接伺服器',
      'remedy.network': '請檢查網絡，稍後再試。',
      'state.retry': '再試',
      'export.csv': '數據表（CSV）',
      'table.label': '{metric}，各地區數據表',
      'ledger.title': '數據核對：',
      'file.figures': '數據',
    },
  });
}
