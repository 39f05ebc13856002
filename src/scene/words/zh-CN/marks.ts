/** Chinese for what a region is where it has no value, and what must be said of a value. */
export const marks = {
  'kind.no-data': '无数据',
  'kind.city-only': '只知由市承担',
  'kind.outside': '未参与',
  'kind.city-only.long': '{city}参与帮扶，具体由哪个县（市、区）承担未见公布',
  'kind.outside.long': '未列入本次结对',
  'status.note.inferred': '推断所得，未见直接公布',
  'status.note.estimated': '估算值，非公布数字',
  'status.note.illustrative': '示意值，非公布数字',
  'coverage.yes': '已覆盖',
  'coverage.no': '未覆盖',
  'coverage.share': '{share}（{covered}/{counties}）',
  'special.suppressed': '为保密不公布',
  'special.not-applicable': '不适用',
  'special.below-limit': '低于检出限',
  'category.commonest': '以“{label}”居多',
} as const;
