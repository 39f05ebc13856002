/** The units above the county: provinces, prefectures, and who lies in which. */

export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly en: string;
  readonly parent?: string;
}

export const PROVINCE_UNITS: readonly Unit[] = [
  { code: '220000', name: '吉林省', en: 'Jilin' },
  { code: '330000', name: '浙江省', en: 'Zhejiang' },
  { code: '420000', name: '湖北省', en: 'Hubei' },
  { code: '510000', name: '四川省', en: 'Sichuan' },
  { code: '520000', name: '贵州省', en: 'Guizhou' },
];

/** Hubei's units directly under the province: counties that stand in the prefectures' layer as themselves. */
export const DIRECT_COUNTIES: ReadonlySet<string> = new Set(['429004', '429005', '429006', '429021']);

/** The unit that a county lies in. */
export const parentOf = (code: string): string =>
  DIRECT_COUNTIES.has(code) ? provinceOf(code) : `${code.slice(0, 4)}00`;

/** The unit of the prefectures' layer that a county belongs to. */
export const prefectureOf = (code: string): string => (DIRECT_COUNTIES.has(code) ? code : `${code.slice(0, 4)}00`);

export const provinceOf = (code: string): string => `${code.slice(0, 2)}0000`;

const ETHNIC = 'Autonomous Prefecture';

/** Code, Chinese and English name. The English of a city is its name alone; that of the facts' prefectures is the facts'. */
const PREFECTURES: readonly (readonly [code: string, name: string, en: string])[] = [
  ['220100', '长春市', 'Changchun'],
  ['220200', '吉林市', 'Jilin City'],
  ['220300', '四平市', 'Siping'],
  ['220400', '辽源市', 'Liaoyuan'],
  ['220500', '通化市', 'Tonghua'],
  ['220600', '白山市', 'Baishan'],
  ['220700', '松原市', 'Songyuan'],
  ['220800', '白城市', 'Baicheng'],
  ['222400', '延边朝鲜族自治州', `Yanbian Korean ${ETHNIC}`],
  ['330100', '杭州市', 'Hangzhou'],
  ['330200', '宁波市', 'Ningbo'],
  ['330300', '温州市', 'Wenzhou'],
  ['330400', '嘉兴市', 'Jiaxing'],
  ['330500', '湖州市', 'Huzhou'],
  ['330600', '绍兴市', 'Shaoxing'],
  ['330700', '金华市', 'Jinhua'],
  ['330800', '衢州市', 'Quzhou'],
  ['330900', '舟山市', 'Zhoushan'],
  ['331000', '台州市', 'Taizhou'],
  ['331100', '丽水市', 'Lishui'],
  ['420100', '武汉市', 'Wuhan'],
  ['420200', '黄石市', 'Huangshi'],
  ['420300', '十堰市', 'Shiyan'],
  ['420500', '宜昌市', 'Yichang'],
  ['420600', '襄阳市', 'Xiangyang'],
  ['420700', '鄂州市', 'Ezhou'],
  ['420800', '荆门市', 'Jingmen'],
  ['420900', '孝感市', 'Xiaogan'],
  ['421000', '荆州市', 'Jingzhou'],
  ['421100', '黄冈市', 'Huanggang'],
  ['421200', '咸宁市', 'Xianning'],
  ['421300', '随州市', 'Suizhou'],
  ['422800', '恩施土家族苗族自治州', `Enshi Tujia and Miao ${ETHNIC}`],
  ['510100', '成都市', 'Chengdu'],
  ['510300', '自贡市', 'Zigong'],
  ['510400', '攀枝花市', 'Panzhihua'],
  ['510500', '泸州市', 'Luzhou'],
  ['510600', '德阳市', 'Deyang'],
  ['510700', '绵阳市', 'Mianyang'],
  ['510800', '广元市', 'Guangyuan'],
  ['510900', '遂宁市', 'Suining'],
  ['511000', '内江市', 'Neijiang'],
  ['511100', '乐山市', 'Leshan'],
  ['511300', '南充市', 'Nanchong'],
  ['511400', '眉山市', 'Meishan'],
  ['511500', '宜宾市', 'Yibin'],
  ['511600', '广安市', "Guang'an"],
  ['511700', '达州市', 'Dazhou'],
  ['511800', '雅安市', "Ya'an"],
  ['511900', '巴中市', 'Bazhong'],
  ['512000', '资阳市', 'Ziyang'],
  ['513200', '阿坝藏族羌族自治州', `Ngawa Tibetan and Qiang ${ETHNIC}`],
  ['513300', '甘孜藏族自治州', `Garzê Tibetan ${ETHNIC}`],
  ['513400', '凉山彝族自治州', `Liangshan Yi ${ETHNIC}`],
  ['520100', '贵阳市', 'Guiyang'],
  ['520200', '六盘水市', 'Liupanshui'],
  ['520300', '遵义市', 'Zunyi'],
  ['520400', '安顺市', 'Anshun'],
  ['520500', '毕节市', 'Bijie'],
  ['520600', '铜仁市', 'Tongren'],
  ['522300', '黔西南布依族苗族自治州', `Qianxinan Buyei and Miao ${ETHNIC}`],
  ['522600', '黔东南苗族侗族自治州', `Qiandongnan Miao and Dong ${ETHNIC}`],
  ['522700', '黔南布依族苗族自治州', `Qiannan Buyei and Miao ${ETHNIC}`],
];

export const PREFECTURE_UNITS: readonly Unit[] = PREFECTURES.map(([code, name, en]) => ({
  code,
  name,
  en,
  parent: provinceOf(code),
}));
