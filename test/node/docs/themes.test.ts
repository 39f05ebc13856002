/** The finished themes: that they can be read, and are what the editor would write. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { contrasts, isEnough, schemeColour } from '../../../build/docs/contrast.js';
import { rgbOf } from '../../../src/scene/classes/contrast.js';
import { themeNames } from '../../../build/docs/site.js';
import { THEME_SCHEMES, readTheme, writeTheme } from '../../../build/docs/themes.js';
import { tokenGroups } from '../../../build/docs/tokens.js';
import { DEFAULT_SCHEME } from '../../../src/scene/classes/ramp.js';
import { TOKENS, tokenDefault, type TokenName } from '../../../src/scene/picture/tokens.js';

const kinds = new Map(tokenGroups('en').flatMap(({ tokens }) => tokens.map(({ name, kind }) => [name, kind])));
const isColour = (name: string): boolean => kinds.get(name) === 'colour';

describe('themes', () => {
  for (const name of themeNames())
    it(`can be read by everybody: ${name}`, () => {
      const css = readFileSync(`demo/themes/${name}.css`, 'utf8');
      const theme = readTheme(css);
      assert.notEqual(theme.colourScheme, 'light dark', 'a theme of one ground says so');
      assert.deepEqual(
        [...theme.tokens.keys()].filter((token) => !(token in TOKENS)),
        [],
      );
      const ground = theme.colourScheme === 'dark' ? 'dark' : 'light';
      const scheme = THEME_SCHEMES[name] ?? DEFAULT_SCHEME;
      for (const classes of [3, 5, 7]) {
        const all = contrasts(
          (token) =>
            rgbOf(
              theme.tokens.get(token) ??
                schemeColour(token, scheme, ground, classes) ??
                tokenDefault(token as TokenName, ground),
            ),
          classes,
        );
        // With more classes some lie between outline and halo; the editor looks at five.
        const failing = all.filter((each) => !isEnough(each) && (classes <= 5 || each.kind !== 'outline'));
        assert.deepEqual(failing, [], `${classes} classes`);
      }
      // What the editor would write of it, but for the language of its comments.
      const plain = (text: string): string =>
        text
          .replace(/\/\*.*?\*\//gs, '')
          .replace(/\s+/g, ' ')
          .trim();
      assert.equal(plain(css), plain(writeTheme(theme, isColour, '')));
      assert.match(css, new RegExp(`scheme="${scheme}"`));
    });
});
