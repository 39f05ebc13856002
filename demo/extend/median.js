// @ts-check
/**
 * A kind of metric, `"kind": "median"` in a feed: a number that nothing adds up, such as an index, of which a prefecture or a
 * province has the median of its counties. All else it does as the built-in `index`.
 * @param {typeof import('pair-atlas/extend')} extend
 */
export default function median({ registerKind }) {
  registerKind('median', {
    like: 'index',
    label: { 'zh-CN': '取中位数的指数', en: 'Index, by its median' },
    combine(parts) {
      const values = parts.flatMap(({ value }) => value ?? []).sort((a, b) => a - b);
      const half = values.length / 2;
      const [low, high] = [values[Math.ceil(half) - 1], values[Math.floor(half)]];
      return low === undefined || high === undefined ? undefined : (low + high) / 2;
    },
    origins: {
      sum: { 'zh-CN': '辖区内{counties}个县（市、区）的中位数', en: 'the median of {counties} counties' },
      given: { 'zh-CN': '所帮扶{counties}个县的中位数', en: 'the median of the {counties} counties that are helped' },
    },
  });
}
