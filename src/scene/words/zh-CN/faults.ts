/** Chinese for what is wrong where no more words can be had: a server is away. The others are in `feed-faults.ts`. */
export const faults = {
  'fault.place': '{path}：{message}',
  'fault.more': '另有 {count} 处',
  'fault.not-found': '找不到文件（404）',
  'fault.http': '服务器答复 {status}',
  'fault.network': '连不上服务器',
  'fault.timeout': '{seconds} 秒内没有答复',
  'fault.unexpected': '程序出错：{detail}',
  'remedy.unexpected': '请重试；仍不行请把这句话告诉开发者。',
  'remedy.not-found': '请核对 {path} 的地址。',
  'remedy.network': '请检查网络，稍后重试。',
} as const;
