/** Traditional Chinese for what follows from a value. */
import type { explanation as chinese } from '../zh-CN/explanation.js';

export const explanation: Readonly<Record<keyof typeof chinese, string>> = {
  'explain.basis': '以下按{status}值算得',
  'explain.rank.county': '在{count}個有數值的縣（市、區）中居第{rank}位',
  'explain.rank.prefecture': '在{count}個有數值的市（州）中居第{rank}位',
  'explain.rank.province': '在{count}個有數值的省中居第{rank}位',
  'explain.rank-tied.county': '在{count}個有數值的縣（市、區）中居第{rank}位，{ties}個並列',
  'explain.rank-tied.prefecture': '在{count}個有數值的市（州）中居第{rank}位，{ties}個並列',
  'explain.rank-tied.province': '在{count}個有數值的省中居第{rank}位，{ties}個並列',
  'explain.share': '佔公布總數的{share}',
  'explain.share-sum': '佔各地合計的{share}',
  'explain.mean-above': '比{province}{count}個參與地區的平均值（{mean}）高{difference}',
  'explain.mean-below': '比{province}{count}個參與地區的平均值（{mean}）低{difference}',
  'explain.mean-equal': '與{province}{count}個參與地區的平均值（{mean}）持平',
  'explain.next-class': '再多{difference}進入上一級',
  'explain.top-class': '已在最高一級，比起點高{difference}',
  'explain.highest': '高於全部{count}個有數值的相鄰地區',
  'explain.lowest': '低於全部{count}個有數值的相鄰地區',
  'explain.points': '{points}個百分點',
};
