/** The language of text that names none: of plain strings in a feed, and of `name` in a topology. */
export const FIRST_LANGUAGE = 'zh-CN';
