/** English names of places without what kind of unit they are: for pages in English, and for tables. */

const ENGLISH_KIND =
  / (?:(?:(?:Tibetan|Qiang|Yi|Miao|Dong|Buyei|Tujia|She|Gelao|Hui|Sui|Shui|Manchu|Korean|Mongol|and|,) ?)*Autonomous (?:Prefecture|County|Region)|Prefecture|Province|City|County|District)$/;

/** "Ngawa Tibetan and Qiang Autonomous Prefecture" is Ngawa. */
export const shortEnglishName = (name: string): string => name.replace(ENGLISH_KIND, '');
