/** Chinese for the page in an iframe. */
export const embed = {
  title: '结对地图',
  unknown: '网址里的选项“{option}”不认识；可用的有：{expected}',
  value: '网址里的选项“{option}”不能是“{got}”；可以是：{expected}',
  origin: '网址里的选项“{option}”指向别的网站“{got}”，没有读取；只读取：{expected}',
  parts: '网址里的选项“{option}”要和“{expected}”一起用',
};
