/** Chinese, the first language of the library. `{name}` is filled in; other braces do not occur. */
export const zhCN = {
  // numbers
  'unit.yuan': '元', 'unit.wan-yuan': '万元', 'unit.yi-yuan': '亿元',
  'unit.person': '人', 'unit.person.one': '人', 'unit.county.one': '个县（市、区）', 'unit.prefecture.one': '个市（州）', 'unit.province.one': '个省', 'unit.county': '个县（市、区）', 'unit.prefecture': '个市（州）', 'unit.province': '个省', 'unit.wan': '万', 'unit.yi': '亿',
  'number.none': '—',
  // punctuation
  'text.labelled': '{label}：{text}', 'text.comma': '，', 'text.list': '、', 'text.semicolon': '；', 'text.stop': '。',
  // kinds of region
  'kind.no-data': '无数据', 'kind.city-only': '只知所在市', 'kind.outside': '未参与',
  'kind.city-only.long': '{city}参与帮扶，具体由哪个县（市、区）承担未见公布', 'kind.outside.long': '未列入本次结对',
  // status
  'status.reported': '公布', 'status.confirmed': '已证实', 'status.inferred': '推断', 'status.estimated': '估算', 'status.illustrative': '示意',
  'status.note.inferred': '推断所得，未见直接公布', 'status.note.estimated': '估算值，非公布数字', 'status.note.illustrative': '示意值，非公布数字',
  'status.map': '{metric}的分县数字为{status}',
  // legend
  'legend.title': '图例', 'legend.range': '{from}–{to}', 'legend.below': '不足{to}', 'legend.from': '{from}及以上', 'legend.single': '{value}',
  'legend.count': '{count}', 'legend.count.label': '{count}个地区', 'legend.method.quantile': '分位数分级', 'legend.method.equal': '等距分级', 'legend.method.jenks': '自然间断分级',
  'legend.method.threshold': '整数分级', 'legend.basis.county': '依据{count}个县（市、区）的数值', 'legend.basis.prefecture': '依据{count}个市（州）的数值',
  'legend.basis.province': '依据{count}个省的数值', 'legend.unit': '单位：{unit}', 'legend.no-values': '没有可以分级的数值',
  'legend.coverage.none': '未覆盖', 'legend.coverage.part': '部分覆盖', 'legend.coverage.full': '全覆盖', 'legend.total': '合计 {value}',
  // details
  'details.hint': '指向或点选地图上的地区，查看数值、结对关系和数据来源。', 'details.title': '详情', 'details.close': '关闭',
  'details.gives': '结对帮扶', 'details.receives': '帮扶方', 'details.partners.none': '帮扶方未见公布', 'details.share': '分担{share}', 'details.rank': '在{count}个有数值的县（市、区）中居第{rank}位',
  'details.notes': '相关记录', 'details.sources': '来源', 'details.city-also': '{city}另有{count}个结对县，由哪个县（市、区）承担未见公布', 'details.given': '所帮扶各县合计（按结对分担）', 'details.sum': '辖区内{counties}个县（市、区）合计', 'details.missing': '其中{missing}个没有数据',
  'details.city-level': '市级', 'details.more': '等{count}个', 'details.period': '{period}年', 'details.selected': '已选定', 'details.selected-many': '已选定{count}个地区',
  // places
  'place.code': '代码 {code}',
  // coverage
  'coverage.yes': '已覆盖', 'coverage.no': '未覆盖', 'coverage.share': '{share}（{covered}/{counties}）',
  // map
  'map.count.county': '{count}/{all}个县有数值', 'map.count': '{count}/{all}个地区有数值',
  'map.label': '{place}分县地图，{metric}', 'map.zoom-in': '放大', 'map.zoom-out': '缩小', 'map.reset': '复位', 'map.keys': '方向键移动，回车选定，Esc 取消', 'map.gesture.wheel': '按住 Ctrl 并滚动可缩放地图', 'map.gesture.wheel.mac': '按住 ⌘ 并滚动可缩放地图',
  'map.gesture.touch': '双指可移动地图', 'map.links': '结对关系',
  'map.empty': '没有代码为 {codes} 的地区', 'map.empty.remedy': '请检查 pair-map 的 region 属性与边界文件是否一致。',
  // boundary note
  'boundary.approval': '审图号：{approval}', 'boundary.illustrative': '边界为示意，未送审', 'boundary.vintage': '区划截至 {vintage}', 'boundary.datum': '{datum}',
  // metrics and summary
  'metrics.label': '指标', 'summary.label': '主要数字', 'summary.source': '来源：{source}',
  // ledger
  'ledger.title': '数据核对', 'ledger.line': '参与 {participants} 个：{drawn} 个有数值，{noData} 个无数据。地图共 {onMap} 个县级单位。', 'ledger.clean': '数据与边界全部吻合。', 'ledger.faults': '{count} 处需要核对',
  'ledger.unmatched': '找不到边界的行', 'ledger.duplicates': '重复的行（保留先出现的）', 'ledger.repaired': '已修正的代码', 'ledger.outOfRange': '超出范围的数值（按无数据处理）', 'ledger.notTakingPart': '不在参与名单内的行', 'ledger.faulty': '有错误的行', 'ledger.unpaired': '帮扶方不详', 'ledger.noData': '无数据',
  'ledger.row': '{path}：{code}', 'ledger.row.duplicate': '{path}：{code}，与 {kept} 重复', 'ledger.row.repaired': '{path}：{from} → {to}（{how}）', 'ledger.row.range': '{path}：{metric} = {value}（{reason}）',
  'repair.number': '数字改为文本', 'repair.spaces': '去除空格', 'repair.long': '截取前六位', 'repair.short': '补足六位', 'repair.recoded': '旧代码改为边界所用代码', 'range.negative': '负数', 'range.fraction': '应为整数',
  'ledger.reconciled': '{label}合计{received}：{counties}有明确的结对县，{cities}只知由哪个市承担，{unattributed}帮扶方未见公布。',
  // loading and failure
  'state.loading': '正在载入数据和边界……', 'state.retry': '重试', 'state.failed': '地图没有画出来', 'state.stale': '更新失败，仍显示上次的数据',
  'fault.place': '{path}：{message}', 'fault.more': '另有 {count} 处',
  'fault.not-found': '找不到文件（404）', 'fault.http': '服务器答复 {status}', 'fault.network': '连不上服务器', 'fault.timeout': '{seconds} 秒内没有答复', 'fault.not-json': '不是有效的 JSON：{detail}', 'fault.empty': '文件是空的',
  'fault.wrong-type': '应为{expected}，现为 {got}', 'fault.missing-field': '缺少 {field}', 'fault.unknown-field': '不认识的字段 {field}', 'fault.wrong-version': '应为版本 1，现为 {got}', 'fault.not-allowed': '只能是 {expected}，现为 {got}', 'fault.no-metrics': '没有可用的指标', 'fault.unknown-metric': '没有名为 {got} 的指标',
  'fault.not-topology': '应为 TopoJSON，现为 {got}', 'fault.no-regions': '缺少对象 {object}，或其中没有地区', 'fault.wrong-datum': '坐标系应为 WGS 84，现为 {got}',
  'fault.unknown-region': '没有代码为 {code} 的地区', 'fault.unknown-attribute-value': '不认识的值 {got}，可用：{expected}', 'fault.no-atlas': '找不到所属的 pair-atlas', 'fault.unexpected': '程序出错：{detail}', 'remedy.unexpected': '请重试；仍不行请把这句话告诉开发者。', 'fault.strict-ledger': '{count} 处与边界不符（strict 模式）',
  'remedy.not-found': '请核对 {path} 的地址。', 'remedy.http': '请稍后重试，或与网站管理员联系。', 'remedy.network': '请检查网络后重试。', 'remedy.timeout': '请稍后重试。', 'remedy.not-json': '请用 JSON 检查工具核对文件。', 'remedy.empty': '请重新导出文件。',
  'remedy.wrong-type': '请改正该处的值。', 'remedy.missing-field': '请补上该字段。', 'remedy.unknown-field': '请核对字段名，该字段未被使用。', 'remedy.wrong-version': '请按版本 1 的格式导出。', 'remedy.not-allowed': '请改为允许的值。', 'remedy.no-metrics': '请在 metrics 中至少给出一个指标。', 'remedy.unknown-metric': '请改为 metrics 中的某个 id。',
  'remedy.not-topology': '请提供含 counties、prefectures、provinces 的 TopoJSON。', 'remedy.no-regions': '请提供含 counties、prefectures、provinces 的 TopoJSON。', 'remedy.wrong-datum': '请先转换为 WGS 84，并在文件中写明 datum。', 'remedy.unknown-region': '请检查代码。', 'remedy.unknown-attribute-value': '请改为可用的值。', 'remedy.no-atlas': '请把它放进 pair-atlas，或用 for 指明其 id。', 'remedy.strict-ledger': '请按数据核对表逐项改正，或去掉 strict。',
  'type.yuan': '以元为单位的数字', 'type.number': '数字', 'type.string': '文本', 'type.object': '对象', 'type.array': '列表', 'type.integer': '整数', 'type.boolean': '真假值',
} as const;

export type WordKey = keyof typeof zhCN;
export type Words = Readonly<Record<WordKey, string>>;
