/** The documentation as files: that it is whole, true to what it is made of, and the same in both languages. After a build. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import MiniSearch from 'minisearch';
import { findSections } from '../../../build/docs/client/search.js';
import { feedTexts, readFeedSchema } from '../../../build/docs/feed.js';
import { TEXT_LISTS, membersOf, readElements, readElementTexts } from '../../../build/docs/manifest.js';
import { PAGES, pathOf } from '../../../build/docs/pages.js';
import { SEARCH_OPTIONS } from '../../../build/docs/search-options.js';
import { makeSite } from '../../../build/docs/site.js';
import { tokenGroups } from '../../../build/docs/tokens.js';
import { DOC_LANGUAGES } from '../../../build/docs/words.js';
import chineseFeed from '../../../docs/zh-CN/feed.json' with { type: 'json' };

const isPage = (path: string): boolean => path.endsWith('.html');
const attributeValues = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) => value);
/** What is shown of code is no markup of the page. */
const withoutCode = (html: string): string => html.replace(/<pre\b.*?<\/pre>/gs, '');

describe('the documentation', () => {
  let files: Map<string, string>;
  before(async () => {
    files = await makeSite();
  });
  const pages = (): [string, string][] => [...files].filter(([path]) => isPage(path));

  it('is the same whenever it is made', async () => {
    assert.deepEqual([...(await makeSite())], [...files]);
  });

  it('has the same pages in both languages, with the same anchors, each leading to the other', () => {
    for (const { slug } of PAGES) {
      const [zh, en] = DOC_LANGUAGES.map((language) => files.get(pathOf(language, slug)) ?? '');
      assert(zh && en, slug);
      assert.deepEqual(attributeValues(withoutCode(zh), 'id'), attributeValues(withoutCode(en), 'id'), slug);
      assert(zh.includes(`href="../en/${slug}.html"`) && en.includes(`href="../zh-CN/${slug}.html"`), slug);
    }
  });

  it('has no id twice on a page', () => {
    for (const [path, html] of pages()) {
      const ids = attributeValues(withoutCode(html), 'id');
      assert.deepEqual(
        ids.filter((id, i) => ids.indexOf(id) !== i),
        [],
        path,
      );
    }
  });

  it('has no link that leads nowhere, and asks no other host for anything', () => {
    for (const [path, html] of pages()) {
      const shown = withoutCode(html);
      for (const address of [...attributeValues(shown, 'href'), ...attributeValues(shown, 'src')]) {
        // Readers may be sent elsewhere; nothing is fetched from there.
        if (address.startsWith('https://github.com/mbloch/mapshaper')) continue;
        assert.doesNotMatch(address, /^(\w+:|\/)/, `${path}: ${address}`);
        const { pathname, hash } = new URL(address, `http://host/dist/docs/${path}`);
        const target = pathname.replace('/dist/docs/', '');
        if (target.startsWith('/')) assert(existsSync(`.${target}`), `${path}: ${address} (after a build)`);
        else assert(files.has(target), `${path}: ${address}`);
        if (hash && isPage(target))
          assert(files.get(target)?.includes(` id="${decodeURIComponent(hash.slice(1))}"`), `${path}: ${address}`);
      }
    }
  });

  it('has no script or style in its markup', () => {
    for (const [path, html] of pages()) {
      const shown = withoutCode(html);
      assert.doesNotMatch(shown, /<style|\sstyle="|\son[a-z]+="/, path);
      for (const [, attributes = ''] of shown.matchAll(/<script\b([^>]*)>/g)) assert.match(attributes, /\ssrc="/, path);
    }
  });

  it('has a Chinese text for each public member of each element, and none for what is gone', () => {
    const texts = readElementTexts();
    const elements = readElements();
    assert.deepEqual(Object.keys(texts).sort(), [...elements.keys()].sort());
    for (const [tag, element] of elements) {
      const own = texts[tag];
      assert(own?.summary && own.intro, tag);
      const members = membersOf(element);
      for (const list of TEXT_LISTS)
        assert.deepEqual(
          Object.keys(own[list] ?? {}).sort(),
          members[list].map(({ name }) => name).sort(),
          `docs/zh-CN/elements.json: ${tag}, ${list}`,
        );
    }
  });

  it('has a Chinese text for each token and each field of the feed', () => {
    for (const { title, tokens } of tokenGroups('zh-CN')) {
      assert.match(title, /\p{Script=Han}/u);
      for (const { name, text } of tokens) assert.match(text, /\p{Script=Han}/u, `docs/zh-CN/tokens.json: ${name}`);
    }
    assert.deepEqual(Object.keys(chineseFeed).sort(), [...feedTexts(readFeedSchema()).keys()].sort());
  });

  it('finds sections by Chinese and English words, in the language of the page first', () => {
    const index = MiniSearch.loadJSON(files.get('search.json') ?? '', SEARCH_OPTIONS);
    const find = (query: string, language: string): string[] =>
      findSections(index as Parameters<typeof findSections>[0], query, language).map(({ address }) => address);
    assert.equal(find('图例', 'zh-CN')[0], 'zh-CN/pair-legend.html');
    assert.match(find('legend', 'en')[0] ?? '', /^en\/pair-legend\.html/);
    assert(find('legend', 'zh-CN').every((address) => address.startsWith('zh-CN/')));
    assert(find('funding', 'en').length > 3);
    // A slip, and the beginning of a word.
    assert.match(find('basmap', 'en')[0] ?? '', /attribute-basemap/);
    assert(find('审图号', 'zh-CN').includes('zh-CN/boundaries.html#approval'));
    // One sign alone, full-width letters, and a word of the other language alone.
    assert(find('色', 'zh-CN').length > 3);
    assert.deepEqual(find('ＦＵＮＤＩＮＧ', 'en'), find('funding', 'en'));
    assert.match(find('审图号是否公布过', 'en')[0] ?? 'none', /none/);
    assert.match(find('夜蓝', 'en')[0] ?? '', /^zh-CN\/theming/);
  });

  it('is there for programs: a short index, and all in one file', () => {
    const short = files.get('llms.txt') ?? '';
    const full = files.get('llms-full.txt') ?? '';
    for (const [, address = ''] of short.matchAll(/\]\(([^)]+)\)/g)) assert(files.has(address), address);
    for (const [tag, element] of readElements()) {
      assert(full.includes(`# <${tag}>`), tag);
      for (const { name } of element.attributes ?? []) assert(full.includes(`- ${name}`), `${tag} ${name}`);
    }
    assert(full.includes('--pair-accent (#b3371f)') && full.includes('"$defs"'));
    assert.doesNotMatch(full, /\{\{|\{#/);
  });
});
