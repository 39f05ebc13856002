/** Numbers that arrive as text, as spreadsheets and web forms leave them. Only what can be read in one way is read. */

/** What a text may hold beside its digits, which depends on what its column is in. */
export interface TextForm {
  /** Words of the base unit that may stand behind the number: 元. */
  readonly units?: readonly string[];
  /** May 万 and 亿 stand there? Only where the base unit is certain to be free of them. */
  readonly hasSteps?: boolean;
  /** "12.3%" is 0.123. */
  readonly isShare?: boolean;
}

/** Digits, with commas between all thousands or none; no zero before others, which would be a code, or a decimal comma. */
const FORM = /^(-?)(0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(\.\d+)?\s*([万亿%]?)(\D*)$/;
const POWERS: Readonly<Record<string, string>> = { '': '', 万: 'e4', 亿: 'e8', '%': 'e-2' };

/**
 * The number that a text says, or undefined. Read are plain digits, commas between thousands, a decimal point, a minus sign, each
 * of them full-width too, and spaces around; what `form` allows may follow. Not read: "1e5" and "1.2E+08" (a spreadsheet has cut
 * the figure), "(5)", "+5", "1,23", "007", "约5", "5以上", "1-2", and figures with a footnote sign.
 */
export function numberOfText(text: string, { units = [], hasSteps, isShare }: TextForm = {}): number | undefined {
  const plain = text
    .trim()
    // Only these: NFKC would make the footnote of "12³" a digit.
    .replace(/[０-９，．－％]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/^−/, '-');
  const [, sign = '', whole, fraction = '', step = '', unit = ''] = FORM.exec(plain) ?? [];
  if (whole === undefined || (unit && !units.includes(unit.trim()))) return undefined;
  if (step === '%' ? !isShare || unit : step && !hasSteps) return undefined;
  // The decimal point is moved in the text: 0.07 * 10000 is not 700.
  return Number(`${sign}${whole.replaceAll(',', '')}${fraction}${POWERS[step]}`);
}

/** What the cells of a column in this base unit may hold. With no unit, or one of the feed's own, 万 could be counted in it already. */
export function formOf(unit: string | undefined): TextForm {
  const words = unit === undefined ? undefined : WORDS[unit];
  return words ? { units: words, hasSteps: true } : { units: unit === undefined ? [] : [unit] };
}

const WORDS: Readonly<Record<string, readonly string[] | undefined>> = {
  CNY: ['元'],
  person: ['人', '名'],
  county: ['个'],
  prefecture: ['个'],
  province: ['个'],
};
