/** Traditional Chinese for a feed that is asked for again. */
import type { live as chinese } from '../zh-CN/live.js';

export const live: Readonly<Record<keyof typeof chinese, string>> = {
  'state.stale': '資料為{age}，更新失敗',
  'state.kept': '資料為{age}，更新失敗：顯示的是本機 {time} 儲存的資料',
  'changes.count.updated': '更新{count}項',
  'changes.count.revised': '修訂{count}項',
  'changes.count.withdrawn': '撤回{count}項',
  'changes.news': '資料有變化：{summary}',
  'changes.select': '在圖上選定',
  'changes.dismiss': '知道了',
  'changes.heading': '與上一版資料相比（{summary}）',
  'changes.line': '{place}，{metric}，{period}：{from} → {to}（{kind}）',
  'changes.updated': '更新',
  'changes.revised': '修訂',
  'changes.withdrawn': '撤回',
  'changes.compare': '與上一版比較',
  'changes.comparing': '正在與上一版比較：{summary}',
  'compare.heading': '上一版',
  'compare.same': '相同',
  'compare.before': '上一版：{before}',
  'compare.more': '上一版：{before}，現多{difference}',
  'compare.less': '上一版：{before}，現少{difference}',
  'compare.unchanged': '與上一版相同',
  'compare.legend': '與上一版相比：{count}個地區不同，其中{moved}個換了級',
  'compare.legend.names': '與上一版相比：{count}個地區不同',
};
