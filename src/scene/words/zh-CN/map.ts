/** Chinese for maps and their boundaries. */
export const map = {
  'map.count.county': '{all}个县中{count}个有数值',
  'map.count': '{count}/{all}个地区有数值',
  'map.given': '帮扶方的颜色为所帮扶各县的情况',
  'map.label': '{place}分县地图，{metric}',
  'map.zoom-in': '放大',
  'map.zoom-out': '缩小',
  'map.reset': '复位',
  'map.path': '返回上一级',
  'map.fitted': '只画有县参与的市（州）',
  'boundary.approval': '审图号：{approval}',
  'boundary.illustrative': '边界为示意，未送审',
  'boundary.vintage': '区划截至 {vintage}',
} as const;
