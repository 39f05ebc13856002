/** How a region is read: pinyin with tone marks, and an English name made from it. */
import { pinyin } from 'pinyin-pro';

/**
 * Place names that pinyin-pro misreads. All 523 counties and 63 prefectures were read one by one; the test reads the
 * results again. The key is found anywhere in a name, so 都匀 serves every unit that is called so.
 */
export const READINGS: Readonly<Record<string, string>> = {
  珲春: 'hún chūn',
  图们: 'tú mén',
  乐清: 'yuè qīng',
  天台: 'tiān tāi',
  台州: 'tāi zhōu',
  莲都: 'lián dū',
  丽水: 'lí shuǐ',
  黄陂: 'huáng pí',
  应城: 'yīng chéng',
  监利: 'jiàn lì',
  曾都: 'zēng dū',
  新都: 'xīn dū',
  郫都: 'pí dū',
  什邡: 'shí fāng',
  夹江: 'jiā jiāng',
  阆中: 'làng zhōng',
  筠连: 'jūn lián',
  都匀: 'dū yún',
  三都: 'sān dū',
};

/** "xī hú qū": a syllable for each character of the name. */
export function readName(name: string): string {
  const reading = Object.keys(READINGS).find((key) => name.includes(key));
  if (reading === undefined) return pinyin(name);
  const [before = '', after = ''] = name.split(reading);
  const around = (text: string): string[] => (text ? [pinyin(text)] : []);
  return [...around(before), READINGS[reading] ?? '', ...around(after)].join(' ');
}

/** The peoples that autonomous counties are named after; one name may hold several. */
const PEOPLES: readonly (readonly [name: string, en: string])[] = [
  ['布依族', 'Buyei'],
  ['土家族', 'Tujia'],
  ['仡佬族', 'Gelao'],
  ['朝鲜族', 'Korean'],
  ['蒙古族', 'Mongol'],
  ['彝族', 'Yi'],
  ['羌族', 'Qiang'],
  ['藏族', 'Tibetan'],
  ['苗族', 'Miao'],
  ['侗族', 'Dong'],
  ['畲族', 'She'],
  ['回族', 'Hui'],
  ['水族', 'Sui'],
  ['满族', 'Manchu'],
];

const KINDS: readonly (readonly [name: string, en: string])[] = [
  ['自治县', 'Autonomous County'],
  ['特区', 'Special District'],
  ['林区', 'Forestry District'],
  ['区', 'District'],
  ['县', 'County'],
  ['市', 'City'],
];

/** Names that the rule would get wrong: those not of Chinese origin, as the facts give them, and two that are no names. */
const FIXED: Readonly<Record<string, string>> = {
  马尔康市: 'Barkam City',
  壤塘县: 'Zamtang County',
  阿坝县: 'Ngawa County',
  若尔盖县: 'Zoige County',
  前郭尔罗斯蒙古族自治县: 'Qian Gorlos Mongol Autonomous County',
  甘孜县: 'Garzê County',
  东区: 'East District',
  西区: 'West District',
};

/** "Jingning She Autonomous County": the name in pinyin, the peoples, the kind of unit. */
export function englishName(name: string): string {
  const fixed = FIXED[name];
  if (fixed !== undefined) return fixed;
  const kind = KINDS.find(([word]) => name.endsWith(word));
  if (!kind) throw new Error(`${name}: expected a name that ends in ${KINDS.map(([word]) => word).join(', ')}`);
  let stem = name.slice(0, -kind[0].length);
  // From the end, so that 土家族苗族 gives "Tujia and Miao" and a stem never loses a character of its own.
  const peoples: string[] = [];
  for (let people = peopleAtEnd(stem); people; people = peopleAtEnd(stem)) {
    peoples.unshift(people[1]);
    stem = stem.slice(0, -people[0].length);
  }
  return [romanize(stem, name), listed(peoples), kind[1]].filter(Boolean).join(' ');
}

const peopleAtEnd = (stem: string): (typeof PEOPLES)[number] | undefined =>
  PEOPLES.find(([word]) => stem.endsWith(word));

function listed(words: readonly string[]): string {
  return words.length > 2 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : words.join(' and ');
}

/** Syllables of the name's beginning, joined as GB/T 28039 does: an apostrophe before a vowel inside the word. */
function romanize(stem: string, name: string): string {
  const syllables = readName(name).split(' ').slice(0, stem.length).map(withoutTone);
  const word = syllables.reduce(
    (whole, syllable) => whole + (whole && /^[aoe]/.test(syllable) ? `'${syllable}` : syllable),
    '',
  );
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Takes off the tone mark and keeps the two dots of ü. */
const withoutTone = (syllable: string): string =>
  syllable
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/g, '')
    .normalize('NFC');
