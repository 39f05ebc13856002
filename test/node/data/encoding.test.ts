/** Encodings, of files as bytes: the test server of the browser's tests would mend them. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decodeText } from '../../../src/data/encoding.js';
import { isJson } from '../../../src/state/http-faults.js';

const bytesOf = async (name: string): Promise<Uint8Array> =>
  readFile(new URL(`../../fixtures/feeds/${name}`, import.meta.url));

describe('the encoding of a file', () => {
  const files: [name: string, kind: string, encoding: string | undefined][] = [
    ['bom.json', 'text', undefined],
    ['gb18030.json', 'text', 'GB 18030'],
    ['utf-16-le.json', 'text', 'UTF-16'],
    ['utf-16-be.json', 'text', 'UTF-16'],
    ['utf-16-bare.json', 'text', 'UTF-16'],
    ['utf-32.json', 'unreadable', 'UTF-32'],
    ['gb18030-cut.json', 'unreadable', 'GB 18030'],
    ['big5.json', 'unreadable', undefined],
    ['windows-1252.json', 'unreadable', undefined],
    ['utf-8-cut.json', 'unreadable', undefined],
    ['archive.json', 'unreadable', undefined],
  ];
  for (const [name, kind, encoding] of files)
    it(`of ${name} is ${encoding ?? (kind === 'text' ? 'UTF-8' : 'not known')}: ${kind}`, async () => {
      const decoding = decodeText(await bytesOf(name), isJson);
      assert.deepEqual([decoding.kind, decoding.encoding], [kind, encoding]);
      if (decoding.kind === 'text') assert.match(decoding.text, /^\{[^]*四川汶川县的资金与干部/);
    });

  it('is UTF-8 whenever the bytes are, and any bytes give an answer', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((each) => !each.includes('\0') && !each.startsWith('\ufeff'));
    fc.assert(
      fc.property(text, (each) => {
        assert.deepEqual(
          decodeText(new TextEncoder().encode(each), () => false),
          { kind: 'text', text: each },
        );
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        assert(['text', 'unreadable'].includes(decodeText(bytes, isJson).kind));
      }),
    );
  });

  it('is UTF-16 by its mark, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.boolean(), (each, isLittle) => {
        fc.pre(!/^[\0\ufeff]/.test(each));
        const view = new DataView(new ArrayBuffer(each.length * 2 + 2));
        [0xfeff, ...Array.from({ length: each.length }, (_, i) => each.charCodeAt(i))].forEach((unit, i) =>
          view.setUint16(i * 2, unit, isLittle),
        );
        assert.deepEqual(
          decodeText(new Uint8Array(view.buffer), () => false),
          {
            kind: 'text',
            text: each,
            encoding: 'UTF-16',
          },
        );
      }),
    );
  });
});
