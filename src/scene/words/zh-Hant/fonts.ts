/** Fonts with the shapes of traditional characters, for Apple, Microsoft, and the free ones; each has the simplified ones, too. */
export const FONTS =
  '"PingFang TC", "PingFang HK", "Microsoft JhengHei", "Noto Sans CJK TC", "Source Han Sans TC", system-ui, sans-serif';
