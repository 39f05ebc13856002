/** Traditional Chinese for the page in an iframe. */
import type { EmbedWords } from '../embed.js';

export const embed: EmbedWords = {
  title: '結對地圖',
  unknown: '網址裡的選項「{option}」不認識；可用的有：{expected}',
  value: '網址裡的選項「{option}」不能是「{got}」；可以是：{expected}',
  origin: '網址裡的選項「{option}」指向別的網站「{got}」，沒有讀取；只讀取：{expected}',
  parts: '網址裡的選項「{option}」要和「{expected}」一起用',
};
