/** Chinese for what follows from a value. */
export const explanation = {
  'explain.basis': '以下按{status}值算得',
  'explain.rank.county': '在{count}个有数值的县（市、区）中居第{rank}位',
  'explain.rank.prefecture': '在{count}个有数值的市（州）中居第{rank}位',
  'explain.rank.province': '在{count}个有数值的省中居第{rank}位',
  'explain.rank-tied.county': '在{count}个有数值的县（市、区）中居第{rank}位，{ties}个并列',
  'explain.rank-tied.prefecture': '在{count}个有数值的市（州）中居第{rank}位，{ties}个并列',
  'explain.rank-tied.province': '在{count}个有数值的省中居第{rank}位，{ties}个并列',
  'explain.share': '占公布总数的{share}',
  'explain.share-sum': '占各地合计的{share}',
  'explain.mean-above': '比{province}{count}个参与地区的平均值（{mean}）高{difference}',
  'explain.mean-below': '比{province}{count}个参与地区的平均值（{mean}）低{difference}',
  'explain.mean-equal': '与{province}{count}个参与地区的平均值（{mean}）持平',
  'explain.next-class': '再多{difference}进入上一级',
  'explain.top-class': '已在最高一级，比起点高{difference}',
  'explain.highest': '高于全部{count}个有数值的相邻地区',
  'explain.lowest': '低于全部{count}个有数值的相邻地区',
} as const;
