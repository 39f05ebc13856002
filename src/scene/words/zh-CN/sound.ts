/** Chinese for what is said between sounds. */
export const sound = {
  'sound.begin':
    '{metric}：声音越高，数值越高；沙声表示没有数值。先听最低的{low}、最高的{high}，再听沙声。按任意键停止',
  'sound.again': '{metric}：最低{low}，最高{high}',
  'sound.of-class': '第{rank}级，共{count}级：{label}，{number}个地区',
  'sound.some': '，听其中{number}个',
  'sound.no-data': '没有数值的{number}个地区',
  'sound.region': '{name} {value}',
  'sound.around': '邻近地区{number}个，从北起顺时针：{list}',
  'sound.island': '没有邻近地区',
  'sound.more': '等{count}个',
  'sound.end': '听完了',
  'sound.stopped': '已停止',
  'sound.missing': '这个浏览器不能发声',
  'sound.silent': '浏览器没有放行声音。请再按一次，或检查网页和系统的声音设置',
} as const;
