/** How the regions are read: pinyin and English names, as committed. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LAYERS } from '../../../data/build/pack.ts';
import { overview, readJson, regionsOf } from './built.ts';

const regions = LAYERS.flatMap((layer) => regionsOf(overview, layer));
const named = (name: string) => {
  const region = regions.find(({ properties }) => properties.name === name);
  assert.ok(region, name);
  return region.properties;
};

describe('pinyin', () => {
  it('has a syllable with its tone for every character', () => {
    for (const {
      properties: { name, pinyin },
    } of regions) {
      assert.equal(pinyin.split(' ').length, name.length, `${name} ${pinyin}`);
      for (const syllable of pinyin.split(' '))
        assert.match(syllable.normalize('NFD'), /^[a-z]+\u0308?[\u0300\u0301\u0304\u030c][a-z]*$/, name);
    }
  });

  const readings: Record<string, string> = {
    犍为县: 'qián wéi',
    筠连县: 'jūn lián',
    荥经县: 'yíng jīng',
    珲春市: 'hún chūn',
    图们市: 'tú mén',
    洮南市: 'táo nán',
    乐清市: 'yuè qīng',
    乐山市: 'lè shān',
    乐至县: 'lè zhì',
    台州市: 'tāi zhōu',
    天台县: 'tiān tāi',
    三台县: 'sān tái',
    台江县: 'tái jiāng',
    丽水市: 'lí shuǐ',
    黄陂区: 'huáng pí',
    曾都区: 'zēng dū',
    大冶市: 'dà yě',
    猇亭区: 'xiāo tíng',
    硚口区: 'qiáo kǒu',
    掇刀区: 'duō dāo',
    监利县: 'jiàn lì',
    秭归县: 'zǐ guī',
    阆中市: 'làng zhōng',
    邛崃市: 'qióng lái',
    珙县: 'gǒng',
    郫都区: 'pí dū',
    新都区: 'xīn dū',
    什邡市: 'shí fāng',
    都匀市: 'dū yún',
    三都水族自治县: 'sān dū shuǐ zú',
    瓮安县: 'wèng ān',
    石阡县: 'shí qiān',
    纳雍县: 'nà yōng',
    桦甸市: 'huà diàn',
    镇赉县: 'zhèn lài',
    嵊州市: 'shèng zhōu',
    鄞州区: 'yín zhōu',
    衢州市: 'qú zhōu',
    婺城区: 'wù chéng',
    磐安县: 'pán ān',
    缙云县: 'jìn yún',
    莲都区: 'lián dū',
    椒江区: 'jiāo jiāng',
    长兴县: 'cháng xīng',
    长春市: 'cháng chūn',
    大邑县: 'dà yì',
    朝阳区: 'cháo yáng',
    朝天区: 'cháo tiān',
    都江堰市: 'dū jiāng yàn',
    会理县: 'huì lǐ',
    冕宁县: 'miǎn níng',
    荔波县: 'lì bō',
    册亨县: 'cè hēng',
    夹江县: 'jiā jiāng',
    石渠县: 'shí qú',
    色达县: 'sè dá',
    得荣县: 'dé róng',
    应城市: 'yīng chéng',
    六枝特区: 'liù zhī',
    六盘水市: 'liù pán shuǐ',
    绿园区: 'lǜ yuán',
    务川仡佬族苗族自治县: 'wù chuān gē lǎo zú',
    木里藏族自治县: 'mù lǐ zàng zú',
    宜都市: 'yí dū',
    成都市: 'chéng dū',
    当阳市: 'dāng yáng',
    景宁畲族自治县: 'jǐng níng shē zú',
    神农架林区: 'shén nóng jià',
    若尔盖县: 'ruò ěr gài',
  };
  for (const [name, reading] of Object.entries(readings)) {
    it(`reads ${name} as ${reading}`, () =>
      assert.ok(named(name).pinyin.startsWith(`${reading} `), named(name).pinyin));
  }
});

describe('English names', () => {
  const names: Record<string, string> = {
    西湖区: 'Xihu District',
    临安区: "Lin'an District",
    绿园区: 'Lüyuan District',
    理县: 'Li County',
    房县: 'Fang County',
    马尔康市: 'Barkam City',
    普安县: "Pu'an County",
    延吉市: 'Yanji City',
    六枝特区: 'Liuzhi Special District',
    神农架林区: 'Shennongjia Forestry District',
    威宁彝族回族苗族自治县: 'Weining Yi, Hui and Miao Autonomous County',
    三都水族自治县: 'Sandu Sui Autonomous County',
    紫云苗族布依族自治县: 'Ziyun Miao and Buyei Autonomous County',
    阿坝藏族羌族自治州: 'Ngawa Tibetan and Qiang Autonomous Prefecture',
    杭州市: 'Hangzhou',
    浙江省: 'Zhejiang',
  };
  for (const [name, en] of Object.entries(names)) it(`calls ${name} ${en}`, () => assert.equal(named(name).en, en));

  it('are those of the facts for the receivers, but for what stands in brackets', () => {
    // The facts write Lixian (Li) County and Maoxian (Mao) County; a name of one syllable stands alone here.
    const own = new Set(['513222', '513223']);
    const byCode = new Map(regions.map(({ id, properties }) => [id, properties.en]));
    for (const { code, name } of facts()) {
      if (!own.has(code)) assert.equal(byCode.get(code), name.en.replace(/ \([^)]*\)/g, ''), code);
    }
  });

  it('keep to Latin letters', () => {
    for (const {
      properties: { en },
    } of regions)
      assert.match(en, /^[A-Z][A-Za-züê' ,]+$/);
  });
});

describe('parents', () => {
  it('are units of the same file, one level up', () => {
    const ids = new Set(regions.map(({ id }) => id));
    for (const { id, properties } of regions) {
      if (id.endsWith('0000')) assert.equal(properties.parent, undefined);
      else
        assert.ok(
          properties.parent !== undefined &&
            ids.has(properties.parent) &&
            id.startsWith(properties.parent.replace(/(00)+$/, '')),
          id,
        );
    }
  });

  it('skip the prefecture for the four units directly under Hubei', () => {
    for (const name of ['仙桃市', '潜江市', '天门市', '神农架林区']) assert.equal(named(name).parent, '420000');
  });
});

function facts(): { code: string; name: { en: string } }[] {
  return readJson('facts/counterparts.json');
}
