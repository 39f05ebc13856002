/** Chinese for a basemap that fails. */
export const basemap = {
  'fault.basemap-failed': '底图无法使用：{detail}',
  'remedy.basemap-failed':
    '地图照常显示，不带底图。请检查 basemap 的地址、样式中的数据源，以及内容安全策略是否允许访问。',
} as const;
