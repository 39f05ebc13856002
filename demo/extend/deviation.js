// @ts-check
/**
 * A classification method: classes as wide as a standard deviation, around the mean. `<pair-atlas method="deviation">`, and for
 * readers in the legend's menu.
 * @param {typeof import('pair-atlas/extend')} extend
 */
export default function deviation({ registerMethod }) {
  registerMethod('deviation', {
    label: { 'zh-CN': '标准差分级', en: 'Standard deviations' },
    breaks(values, classes) {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
      const [least = 0] = values;
      const most = values[values.length - 1] ?? least;
      // Three digits that count: a break is to be remembered. Classes in which nobody could be are left out.
      const breaks = Array.from({ length: classes - 1 }, (_, i) =>
        Number((mean + (i + 1 - classes / 2) * deviation).toPrecision(3)),
      );
      return [...new Set(breaks)].filter((at) => at > least && at <= most);
    },
  });
}
