// @ts-check
/**
 * A language, as far as it has come: what is missing stands in the library's first language, and the console counts it, once.
 * `like` is left out: a Chinese language counts in 萬 and 億 and sorts by pinyin, as zh-CN does.
 * @param {typeof import('pair-atlas/extend')} extend
 */
export default function traditional({ registerLanguage }) {
  registerLanguage('zh-Hant', {
    also: ['zh-TW', 'zh-HK', 'zh-MO'],
    // Fetched, or made, when a page speaks it: a function would do as well.
    words: {
      'unit.wan': '萬',
      'unit.yi': '億',
      'unit.wan-yuan': '萬元',
      'unit.yi-yuan': '億元',
      'unit.county': '個縣（市、區）',
      'unit.prefecture': '個市（州）',
      'map.count.county': '{all}個縣中{count}個有數值',
      'map.count': '{count}/{all}個地區有數值',
      'map.given': '幫扶方的顏色為所幫扶各縣的情況',
      'map.label': '{place}分縣地圖，{metric}',
      'map.reset': '復位',
      'boundary.illustrative': '邊界為示意，未送審',
      'boundary.vintage': '區劃截至 {vintage}',
      'metrics.label': '指標',
      'level.county': '縣級',
      'level.province': '省級',
      'legend.title': '圖例',
      'legend.count': '{count}個',
      'legend.count.label': '{count}個地區',
      'legend.unit': '單位：{unit}',
      'legend.method': '分級方法',
      'legend.method.quantile': '分位數分級',
      'legend.method.equal': '等距分級',
      'legend.method.jenks': '自然間斷分級',
      'legend.method.threshold': '整數分級',
      'legend.classes': '級數',
      'legend.classes.count': '{count}級',
      'legend.basis.county': '依據{count}個縣（市、區）的數值',
      'kind.no-data': '無資料',
      'kind.outside': '未參與',
      'kind.city-only': '只知由市承擔',
      'status.note.illustrative': '示意值，非公佈數字',
    },
  });
}
