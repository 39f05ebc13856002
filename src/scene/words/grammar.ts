/** What is particular to a language beside its words: how numbers and names are written in it. */

/** A step of a number system: from `divisor` on, numbers are counted in `word`. */
export interface NumberStep {
  readonly divisor: number;
  readonly word: 'unit.yi-yuan' | 'unit.wan-yuan' | 'unit.yuan' | 'unit.yi' | 'unit.wan';
}

export interface Grammar {
  /** The language tags of pages that are read in this language; the first language is asked last, and takes all that no other has. */
  readonly tags: RegExp;
  /** Whose text is taken where a feed has none in this language, best first. */
  readonly fallbacks: readonly string[];
  /** The steps in which money is counted, and everything else, the largest first. */
  readonly money: readonly NumberStep[];
  readonly many: readonly NumberStep[];
  /** Between a number and its unit. */
  readonly unitSpace: string;
  /** Between two sentences. */
  readonly sentenceSpace: string;
  /** Whose digits and separators numbers have, as a language tag; where it is left out, they are as in 1,234.5. */
  readonly numbers?: string;
  /** Places are sorted by their pinyin; otherwise by their names. */
  readonly sortsByPinyin: boolean;
  /** A place's name, of the one that the boundaries have in the language fallen back to; it comes with the words. */
  placeName?(name: string): string | undefined;
  /** The default of `--pair-font`, where it is another than that of simplified Chinese; that of traditional Chinese comes with the words. */
  fonts?: string;
  /** A place's name as it stands on a map: "阿坝藏族羌族自治州" is 阿坝. */
  shortName(name: string): string;
}
