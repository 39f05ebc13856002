/** Region codes as they arrive from spreadsheets, brought to the six digits that the topology uses. */
import type { RegionCode } from './types.js';

/** `name`: a name stood there; `by-name`: the code could not be used, and the name beside it could. */
export type CodeRepair = 'number' | 'spaces' | 'long' | 'short' | 'recoded' | 'name' | 'by-name';

/** What became of a raw code: the code to look up, and how it was repaired, if it was. */
export type CodeReading =
  | { readonly kind: 'code'; readonly code: RegionCode; readonly repairs: readonly CodeRepair[] }
  | { readonly kind: 'unreadable'; readonly raw: string };

/**
 * One-to-one changes of GB/T 2260 in the five provinces, each pair the same place under another code. A code is followed
 * in either direction until the topology knows it, so rows of 2016 and of 2022 both find the boundaries of 2018.
 * Places that were merged or split (Xiacheng, Jianggan, Yuhang) are not here: no code stands for the same area.
 */
const SAME_PLACE: readonly (readonly [older: RegionCode, newer: RegionCode])[] = [
  ['330185', '330112'], // Lin'an, 2017
  ['330283', '330213'], // Fenghua, 2016
  ['331021', '331083'], // Yuhuan, 2017
  ['510124', '510117'], // Pidu, 2016
  ['512081', '510185'], // Jianyang, 2016
  ['510180', '510185'], // Jianyang, as some boundary files have it
  ['511028', '511083'], // Longchang, 2017
  ['510626', '510604'], // Luojiang, 2017
  ['420821', '420882'], // Jingshan, 2018
  ['520222', '520281'], // Panzhou, 2017
  ['511521', '511504'], // Xuzhou of Yibin, July 2018
  ['522322', '522302'], // Xingren, August 2018
  ['510922', '510981'], // Shehong, 2019
  ['421023', '421088'], // Jianli, 2020
  ['510132', '510118'], // Xinjin, 2020
  ['520221', '520204'], // Shuicheng, 2020
  ['220381', '220184'], // Gongzhuling, 2020
  ['520522', '520581'], // Qianxi, 2021
  ['513425', '513402'], // Huili, 2021
  ['513229', '513201'], // Barkam, 2015
  ['513321', '513301'], // Kangding, 2015
];

/** Other codes of the same place, nearest first. */
export function otherCodesOf(code: RegionCode): RegionCode[] {
  const found: RegionCode[] = [];
  const queue = [code];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const [older, newer] of SAME_PLACE) {
      const other = older === at ? newer : newer === at ? older : undefined;
      if (other !== undefined && other !== code && !found.includes(other)) {
        found.push(other);
        queue.push(other);
      }
    }
  }
  return found;
}

/**
 * Reads a code as a spreadsheet may have left it: a number, text with spaces, twelve digits of the statistics bureau
 * (330106000000), or four and two digits for a prefecture and a province (3301, 33).
 */
export function readCode(raw: unknown, isKnown: (code: RegionCode) => boolean): CodeReading {
  const repairs: CodeRepair[] = [];
  if (typeof raw === 'number') repairs.push('number');
  const text = typeof raw === 'number' || typeof raw === 'string' ? String(raw) : '';
  // Full-width digits and a byte-order mark arrive by copy and paste.
  let code = text.normalize('NFKC').replace(/[\s\u200b\ufeff']/g, '');
  if (code !== text) repairs.push('spaces');
  if (!/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/.test(code)) return { kind: 'unreadable', raw: text };
  if (code.length > 6) {
    repairs.push('long');
    code = code.slice(0, 6);
  } else if (code.length < 6) {
    repairs.push('short');
    code = code.padEnd(6, '0');
  }
  if (!isKnown(code)) {
    const other = otherCodesOf(code).find(isKnown);
    if (other !== undefined) {
      repairs.push('recoded');
      code = other;
    }
  }
  return { kind: 'code', code, repairs };
}

export function provinceOf(code: RegionCode): RegionCode {
  return `${code.slice(0, 2)}0000`;
}
