/** Traditional Chinese for what is said between sounds. */
import type { sound as chinese } from '../zh-CN/sound.js';

export const sound: Readonly<Record<keyof typeof chinese, string>> = {
  'sound.begin':
    '{metric}：聲音越高，數值越高；沙聲表示沒有數值。先聽最低的{low}、最高的{high}，再聽沙聲。按任意鍵停止',
  'sound.again': '{metric}：最低{low}，最高{high}',
  'sound.of-class': '第{rank}級，共{count}級：{label}，{number}個地區',
  'sound.some': '，聽其中{number}個',
  'sound.no-data': '沒有數值的{number}個地區',
  'sound.region': '{name} {value}',
  'sound.around': '鄰近地區{number}個，從北起順時針：{list}',
  'sound.island': '沒有鄰近地區',
  'sound.more': '等{count}個',
  'sound.end': '聽完了',
  'sound.stopped': '已停止',
  'sound.missing': '這個瀏覽器不能發聲',
  'sound.silent': '瀏覽器沒有放行聲音。請再按一次，或檢查網頁和系統的聲音設定',
};
