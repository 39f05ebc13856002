/** Every language says all that the first one says, with the same places to fill in. */
import { expect } from '@open-wc/testing';
import { simplified } from '../../../src/data/traditional.js';
import type { RegionIndex } from '../../../src/data/topology.js';
import { nameOf, shortName } from '../../../src/scene/text/names.js';
import { search, searchIndex } from '../../../src/scene/text/search.js';
import '../../../src/scene/words/all.js';
import { EMBED_WORDS } from '../../../src/scene/words/embed.js';
import { TOKENS } from '../../../src/scene/picture/tokens.js';
import { say, type Language, type WordKey, type Words } from '../../../src/scene/words/index.js';
import { grammarOf, LANGUAGE_TAGS, languageFor, loaderOf } from '../../../src/scene/words/languages.js';
import { words as english } from '../../../src/scene/words/en/index.js';
import { FONTS } from '../../../src/scene/words/zh-Hant/fonts.js';
import { words as traditional } from '../../../src/scene/words/zh-Hant/index.js';
import { styles } from '../../../src/elements/atlas/later.styles.js';
import { staticSheet } from '../../../src/standalone/static/sheet.js';
import { builtInDataset, realRegions } from '../../fixtures/world.js';

const placeholders = (text: string): string => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join();
/** Characters that are written so in simplified Chinese alone, of the words that a reader of traditional ones trips over. */
const SIMPLIFIED_ONLY =
  /[个们这无为与从众会传体余儿关兴养内写农冲决况减则别动务区医单卖发变号员团园图圆场块坏坐处备够夹头学宁实宽对导寻将尔尝层属岁岛币师带帮广应库废开异弃张弹强归当录忆态总恶户执扩扫扬抢护报担拟择损换据敌断无旧时显暂术机杂权条来极构标栏树样档检楼横欢残毕气汉沟没测浏满滚灭灯点热爱状独猜环现电画畅疗监盖盘着矿码确离种积称笔签简类粮紧红级纪纯线练组细终经结给络绝统继续维编缩网罗职联脑脚节范荐获营虑虽补装见规视览觉计订认讨让训议记许论设访证评识诉词译试话该详语误说请读谁调谢负责败账货质贴费资赋轻载辑输边达过运还进远连迟选递逻遗邮郑释钟钮铁链销错键长门闭问间闻队阅随隐难雾静项须预领频题颜额风验鱼龙]/;

describe('the words', () => {
  let regions: RegionIndex;
  before(async () => {
    regions = await realRegions();
  });

  for (const language of LANGUAGE_TAGS)
    it(`of ${language} are whole, and fill in the same`, async () => {
      const words = (await loaderOf(language)?.()) as Words | undefined;
      const keys = Object.keys(words ?? english) as WordKey[];
      expect(keys.length).to.be.greaterThan(500);
      if (words) expect(keys.sort()).to.deep.equal((Object.keys(english) as WordKey[]).sort());
      for (const key of keys) {
        const [own, first] = [words?.[key] ?? say(language, key), say('zh-CN', key)];
        expect(own.trim(), key).not.to.equal('');
        // A space stands in the grammar of one language, and in the sentence of another.
        expect(placeholders(own), key).to.equal(placeholders(first));
      }
      expect(Object.keys(EMBED_WORDS)).to.include(language);
    });

  it('of traditional Chinese have no simplified character, and the terms that CONTRIBUTING.md names', () => {
    for (const [key, text] of Object.entries({ ...traditional, ...EMBED_WORDS['zh-Hant'] })) {
      expect(SIMPLIFIED_ONLY.exec(text)?.[0], key).to.equal(undefined);
      expect(text, key).not.to.match(/[“”]|數據|默認|文件|网|網絡|服務器|鼠標|打印|導出|單元格|訪問|軟件/);
    }
  });

  it('are asked for by the tags of Taiwan, Hong Kong and Macao, and not by those of simplified Chinese', () => {
    const of = (...tags: string[]): (Language | undefined)[] => tags.map(languageFor);
    expect(of('zh-Hant', 'zh-TW', 'zh-hk', 'zh-MO', 'zh-Hant-HK')).to.deep.equal(Array(5).fill('zh-Hant'));
    expect(of('zh', 'zh-CN', 'zh-Hans', 'zh-SG', 'zh-Hans-HK')).to.deep.equal(Array(5).fill('zh-CN'));
    expect(of('en-GB', 'ja')).to.deep.equal(['en', undefined]);
  });

  it('name all places of the built-in boundaries in traditional characters, whole and short', () => {
    const codes = [...regions.counties, ...regions.prefectures, ...regions.provinces];
    expect(codes.length).to.be.greaterThan(590);
    for (const code of codes) {
      const name = nameOf(regions, code, 'zh-Hant');
      expect(simplified(name)).to.equal(nameOf(regions, code, 'zh-CN'));
      expect(name).not.to.match(/[县区州级]$(?<!州)|族自治[县区]/);
      expect(simplified(shortName(regions, code, 'zh-Hant'))).to.equal(shortName(regions, code, 'zh-CN'));
    }
    const names = ['330110', '420881', '520201', '331000', '330104', '513201', '220623'].map((code) =>
      nameOf(regions, code, 'zh-Hant'),
    );
    expect(names).to.deep.equal(['餘杭區', '鍾祥市', '鐘山區', '台州市', '江干區', '馬爾康市', '長白朝鮮族自治縣']);
    expect(shortName(regions, '220623', 'zh-Hant')).to.equal('長白');
    expect(shortName(regions, '513200', 'zh-Hant')).to.equal('阿壩');
  });

  it('are found by the search once their language is there', async () => {
    const index = searchIndex(await builtInDataset());
    for (const query of ['汶川縣', '汶川', '汶川县', 'wenchuan'])
      expect(search(index, query).codes[0]).to.equal('513221');
    expect(search(index, '阿壩').codes).to.include('513221');
  });

  it('have fonts in English that end with those of Chinese', () => {
    expect(grammarOf('en').fonts?.endsWith(`, ${TOKENS.font.light}`)).to.equal(true);
  });

  it('have their fonts in a static page, its title and the atlas', () => {
    const sheet = staticSheet().replace(/\s+/g, '').replace(/'/g, '"');
    for (const [tag, fonts] of [
      ['en', grammarOf('en').fonts ?? ''],
      ['zh-Hant', FONTS],
    ] as const) {
      expect(sheet).to.include(`.s-page:lang(${tag}){font-family:${fonts}`.replace(/\s+/g, ''));
      expect(sheet).to.include(`--_fonts:${fonts}`.replace(/\s+/g, ''));
    }
  });

  it('have the fonts of traditional characters in the sheet of the atlas, too', () => {
    expect(styles.cssText.replace(/\s+/g, ' ').replace(/'/g, '"')).to.include(FONTS);
  });
});
