/** The compiled schema: it must be the one that the schema gives today, and load without any run-time helper. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { validatorCode } from '../../../data/build-validator.js';

describe('the feed validator', () => {
  it('is what `npm run build:validator` makes of the schema', async () => {
    const committed = await readFile(new URL('../../../src/data/feed-validator.js', import.meta.url), 'utf8');
    assert.equal(committed, validatorCode(), 'data/feed.schema.json has changed: run `npm run build:validator`');
  });

  it('needs no eval, no import and no require', async () => {
    const code = await readFile(new URL('../../../src/data/feed-validator.js', import.meta.url), 'utf8');
    assert.doesNotMatch(code, /\beval\(|new Function|\brequire\(|^import /m);
  });

  it('takes the built-in feed, and names what is wrong with a broken one', async () => {
    const { validate } = await import('../../../src/data/feed-validator.js');
    const feed = JSON.parse(
      await readFile(new URL('../../../data/zhejiang-2018.json', import.meta.url), 'utf8'),
    ) as Record<string, unknown>;
    assert.equal(validate(feed), true);
    assert.equal(validate({ ...feed, version: 2, metrics: 'x' }), false);
    assert.deepEqual(
      validate.errors?.map(({ instancePath, keyword }) => `${instancePath} ${keyword}`),
      ['/version const', '/metrics type'],
    );
  });
});
