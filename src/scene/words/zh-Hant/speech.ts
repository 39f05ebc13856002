/** Traditional Chinese for what a screen reader hears. */
import type { speech as chinese } from '../zh-CN/speech.js';

export const speech: Readonly<Record<keyof typeof chinese, string>> = {
  'speech.selected': '已選定{name}，共選{count}個',
  'speech.released': '已取消{name}，共選{count}個',
  'speech.metric': '指標改為{metric}',
  'speech.period': '時期改為{period}',
  'speech.classes': '分級已改',
  'speech.class': '第{rank}級（共{count}級，{label}）',
};
