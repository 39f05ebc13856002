/** Chinese for headline figures and switches. */
export const summary = {
  'level.label': '级别',
  'level.county': '县级',
  'level.prefecture': '市级',
  'level.province': '省级',
  'metrics.label': '指标',
  'details.sources': '来源',
  'summary.label': '主要数字',
} as const;
