import { expect } from '@open-wc/testing';
import { builtInGeometry } from '../../src/state/built-in.js';
import { fetchJson, loadAtlas } from '../../src/state/loader.js';
import { askAhead, type FileAhead, type PageAhead } from '../../src/state/ahead.js';
import type { Fault } from '../../src/data/faults.js';
import { sayFault } from '../../src/scene/words/index.js';
import '../../src/scene/words/all.js';
import { goodFeed } from '../fixtures/feeds.js';

const realFetch = window.fetch;
const never = new AbortController().signal;

/** Answers each call of fetch with the next of `answers`, and counts them. */
function answering(...answers: (Response | Error | 'silence')[]): { calls: number } {
  const count = { calls: 0 };
  window.fetch = (_input, init) => {
    const answer = answers[Math.min(count.calls++, answers.length - 1)];
    if (answer instanceof Response) return Promise.resolve(answer.clone());
    if (answer instanceof Error) return Promise.reject(answer);
    return new Promise((_, reject) =>
      init?.signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError'))),
    );
  };
  return count;
}

describe('fetching a file', () => {
  afterEach(() => {
    window.fetch = realFetch;
  });

  it('gives up a server that does not answer, and says after how long', async () => {
    answering('silence');
    const { fault } = await fetchJson('/feed.json', never, 50);
    expect(fault).to.deep.include({ code: 'timeout', path: '/feed.json', severity: 'fatal' });
  });

  it('asks again when the server failed, and takes the answer that it gets then', async () => {
    const count = answering(new Response('', { status: 503 }), new Response('{"a":1}'));
    expect((await fetchJson('/feed.json', never)).json).to.deep.equal({ a: 1 });
    expect(count.calls).to.equal(2);
  });

  it('asks again when the network failed', async () => {
    const count = answering(new TypeError('offline'), new Response('[]'));
    expect((await fetchJson('/feed.json', never)).json).to.deep.equal([]);
    expect(count.calls).to.equal(2);
  });

  it('does not ask again for a file that is not there or not allowed', async () => {
    const count = answering(new Response('', { status: 404 }));
    expect((await fetchJson('/feed.json', never)).fault?.code).to.equal('not-found');
    expect(count.calls).to.equal(1);
    answering(new Response('', { status: 403 }));
    expect((await fetchJson('/feed.json', never)).fault).to.deep.include({
      code: 'http',
      args: { status: '403', reason: 'forbidden' },
    });
  });

  describe('that was asked for ahead', () => {
    const page = globalThis as PageAhead;
    /** As the entry does, and it is answered so. */
    const ask = (answer: (signal: AbortSignal) => Promise<Response>): FileAhead => {
      const { fetch } = window;
      window.fetch = (_input, init) => answer(init?.signal ?? never);
      const file = askAhead('/feed.json');
      window.fetch = fetch;
      page.pairAtlasAhead = new Map([['/feed.json', file]]);
      return file;
    };
    const answered = (...answer: ConstructorParameters<typeof Response>): FileAhead =>
      ask(() => Promise.resolve(new Response(...answer)));
    afterEach(() => {
      delete page.pairAtlasAhead;
    });

    it('takes that answer, once', async () => {
      const count = answering(new Response('"asked again"'));
      answered('"ahead"');
      expect((await fetchJson('/other.json', never)).json).to.equal('asked again');
      expect((await fetchJson('/feed.json', never)).json).to.equal('ahead');
      expect(count.calls).to.equal(1);
      expect((await fetchJson('/feed.json', never)).json).to.equal('asked again');
    });

    it('is read before anybody takes it, unless it is large or no answer at all', async () => {
      const { body } = answered('{"a":1}');
      expect(await body).to.deep.include({ text: '{"a":1}', json: { a: 1 } });
      expect(await answered('{}', { headers: { 'content-length': '1000001' } }).body).to.equal(undefined);
      expect(await answered('{}', { status: 404 }).body).to.equal(undefined);
      const large = await answered(' '.repeat(1_000_001)).body;
      expect(large?.bytes.length).to.equal(1_000_001);
      expect(large?.text, 'parsed with rests').to.equal(undefined);
    });

    it('is what it is, read ahead or not: no JSON, another encoding, a web page, large', async () => {
      const gbk = new Uint8Array([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xd5, 0xe3, 0xbd, 0xad, 0xca, 0xa1, 0x22, 0x7d]);
      const spaced = `${' '.repeat(1_000_001)}{"a":1}`;
      for (const given of ['{"a":', '', '<!doctype html>', gbk, spaced]) {
        answering(new Response(given));
        const plain = await fetchJson('/feed.json', never);
        answered(given);
        const ahead = await fetchJson('/feed.json', never);
        for (const part of ['json', 'fault', 'warning', 'source', 'bytes'] as const)
          expect(ahead[part], `${part} of ${String(given).slice(0, 20)}`).to.deep.equal(plain[part]);
      }
    });

    it('asks again where its body broke off', async () => {
      const count = answering(new Response('"asked again"'));
      const broken = new ReadableStream({ pull: (controller) => controller.error(new TypeError('reset')) });
      answered(broken);
      expect((await fetchJson('/feed.json', never)).json).to.equal('asked again');
      expect(count.calls).to.equal(1);
    });

    it('asks again by itself where it failed', async () => {
      const count = answering(new Response('"asked again"'));
      ask(() => Promise.reject(new TypeError('offline')));
      expect((await fetchJson('/feed.json', never)).json).to.equal('asked again');
      answered('', { status: 503 });
      expect((await fetchJson('/feed.json', never)).json).to.equal('asked again');
      expect(count.calls).to.equal(2);
      expect(page.pairAtlasAhead?.size, 'taken, though it was no good').to.equal(0);
    });

    it('gives it up after its time, and when it is aborted', async () => {
      const silent = (): FileAhead =>
        ask(
          (signal) =>
            new Promise<Response>((_, reject) =>
              signal.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError'))),
            ),
        );
      answering('silence');
      const slow = silent();
      expect((await fetchJson('/feed.json', never, 50)).fault?.code).to.equal('timeout');
      expect(slow.limit.signal.aborted).to.equal(true);
      const left = silent();
      const leave = new AbortController();
      const fetched = fetchJson('/feed.json', leave.signal);
      leave.abort();
      await fetched;
      expect(left.limit.signal.aborted).to.equal(true);
    });

    it('is no news for who asks whether what is shown still holds', async () => {
      const count = answering(new Response('"new"'));
      answered('"ahead"');
      const { json } = await fetchJson('/feed.json', never, undefined, { text: '"old"', tag: null });
      expect(json).to.equal('new');
      expect(count.calls).to.equal(1);
    });
  });

  it('stops at once when it is aborted', async () => {
    answering('silence');
    const abort = new AbortController();
    const fetched = fetchJson('/feed.json', abort.signal);
    abort.abort();
    expect((await fetched).fault?.code).to.equal('network');
  });
});

/** A body of so many bytes, whose size nobody has told. */
const streamed = (size: number): Response =>
  new Response(
    new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(new Uint8Array(1_000_000).fill(0x20));
        if ((size -= 1_000_000) <= 0) controller.close();
      },
    }),
    { headers: { 'content-length': '1500000' } },
  );

describe('a file that is too large', () => {
  afterEach(() => {
    window.fetch = realFetch;
  });

  it('is refused by what the server announces, with size and limit', async () => {
    answering(new Response('{}', { headers: { 'content-length': '70000001' } }));
    expect((await fetchJson('/feed.json', never)).fault).to.deep.include({
      code: 'file-too-large',
      args: { size: '70', limit: '64' },
    });
  });

  it('is refused by what has come, where it came packed or was not announced', async () => {
    answering(streamed(1e9));
    const { fault } = await fetchJson('/feed.json', never);
    expect(fault).to.deep.include({ code: 'file-too-large', args: { size: '65', limit: '64' } });
    answering(new Response(' '.repeat(64_000_001)));
    expect((await fetchJson('/feed.json', never)).fault?.code).to.equal('file-too-large');
    expect(sayFault(fault!, 'en')).to.deep.equal({
      message: '/feed.json: the file has 65 MB or more; 64 MB can be used',
      remedy: 'Split it into several files, by year or by province, and leave out columns that are not used.',
    });
  });

  it('but not quite is read in pieces, to the same end', async () => {
    const list = Array.from({ length: 90_000 }, (_, i) => `第${i}行`);
    const text = JSON.stringify({ list });
    for (const headers of [undefined, { 'content-length': String(text.length) }]) {
      answering(new Response(text, { headers }));
      const { json, source } = await fetchJson('/feed.json', never);
      expect(json).to.deep.equal({ list });
      expect(source?.text).to.equal(text);
      answering(new Response(text, { headers }));
      expect(await fetchJson('/feed.json', never, 1_000, source)).to.deep.equal({ isSame: true });
    }
  });

  it('says what it is where it is no JSON, as a small one does', async () => {
    const long = 'x'.repeat(1_000_000);
    const faultOf = async (body: BodyInit): Promise<Fault | undefined> => {
      answering(new Response(body));
      return (await fetchJson('/feed.json', never)).fault;
    };
    expect((await faultOf(`<html>${long}`))?.code).to.equal('web-page');
    expect((await faultOf(' '.repeat(1_000_001)))?.code).to.equal('empty');
    const cut = await faultOf(`{"a":["${long}","b`);
    expect(cut?.code).to.equal('not-json');
    expect(cut?.args.detail).to.contain('Unexpected end of JSON input');
    expect((await faultOf(new Uint8Array(1_000_001).fill(0x80)))?.code).to.equal('unknown-encoding');
    const utf16 = new Uint16Array([...`\ufeff{"a":"${long}"}`].map((char) => char.charCodeAt(0)));
    answering(new Response(utf16));
    const { json, warning } = await fetchJson('/feed.json', never);
    expect(json).to.deep.equal({ a: long });
    expect(warning?.args).to.deep.equal({ encoding: 'UTF-16' });
  });

  it('is given up when nothing more of it comes, and not while something does', async () => {
    let pieces = 0;
    const slow = new ReadableStream<Uint8Array>({
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, 60));
        controller.enqueue(new TextEncoder().encode(['{"a":', '"b"', '}'][pieces++] ?? ''));
        if (pieces === 3) controller.close();
      },
    });
    answering(new Response(slow, { headers: { 'content-length': '1000001' } }));
    expect((await fetchJson('/feed.json', never, 100)).json).to.deep.equal({ a: 'b' });
    window.fetch = (_input, init) => {
      const silent = new ReadableStream<Uint8Array>({
        start: (controller) => init?.signal?.addEventListener('abort', () => controller.error(new Error('aborted'))),
      });
      return Promise.resolve(new Response(silent, { headers: { 'content-length': '1000001' } }));
    };
    const { fault } = await fetchJson('/feed.json', never, 20);
    expect(fault?.code).to.equal('timeout');
  });
});

describe('a file in another encoding', () => {
  afterEach(() => {
    window.fetch = realFetch;
  });

  it('is the same as the one that is shown where its text is', async () => {
    const bytes = new Uint16Array([...'\ufeff{"a":1}'].map((char) => char.charCodeAt(0)));
    answering(new Response(bytes));
    const { source, warning } = await fetchJson('/feed.json', never);
    expect(warning?.code).to.equal('encoding');
    expect(source?.text).to.equal('{"a":1}');
    answering(new Response(bytes));
    expect(await fetchJson('/feed.json', never, 1_000, source)).to.deep.equal({ isSame: true });
  });
});

describe('asking for a file that is shown', () => {
  const shown = { text: '{"a":1}', tag: '"v1"' };
  const answer = (text: string, tag?: string): Response =>
    new Response(text, { headers: tag === undefined ? {} : { etag: tag } });
  afterEach(() => {
    window.fetch = realFetch;
  });

  it('has the browser ask the server whether its copy holds', async () => {
    let mode: RequestCache | undefined;
    window.fetch = (_input, init) => {
      mode = init?.cache;
      return Promise.resolve(answer(shown.text));
    };
    await fetchJson('/feed.json', never, 1_000, shown);
    expect(mode).to.equal('no-cache');
  });

  it('hears of no news by the tag, without reading on, or by the text', async () => {
    answering(answer('not read', '"v1"'));
    expect(await fetchJson('/feed.json', never, 1_000, shown)).to.deep.equal({ isSame: true });
    answering(answer(shown.text, '"v2"'));
    expect(await fetchJson('/feed.json', never, 1_000, shown)).to.deep.equal({ isSame: true });
  });

  it('takes a text that differs, tagged or not', async () => {
    for (const tag of ['"v2"', undefined]) {
      answering(answer('{"a":2}', tag));
      const { json, source } = await fetchJson('/feed.json', never, 1_000, shown);
      expect(json).to.deep.equal({ a: 2 });
      expect(source).to.deep.equal({ text: '{"a":2}', tag: tag ?? null });
    }
  });

  it('asks once: who asks again and again need not be patient', async () => {
    const count = answering(new Response('', { status: 503 }));
    expect((await fetchJson('/feed.json', never, 1_000, shown)).fault?.code).to.equal('http');
    expect(count.calls).to.equal(1);
  });

  it('does not take an empty answer for what is shown where nothing is shown', async () => {
    answering(answer(''));
    const { fault } = await fetchJson('/feed.json', never, 1_000, { text: '', tag: null });
    expect(fault?.code).to.equal('empty');
  });
});

describe('loading an atlas', () => {
  afterEach(() => {
    window.fetch = realFetch;
  });

  it('reports each of the two files as it comes', async () => {
    const steps: string[] = [];
    const outcome = await loadAtlas({
      feed: goodFeed(),
      geometry: builtInGeometry(),
      signal: never,
      onProgress: (done, of) => steps.push(`${done}/${of}`),
    });
    expect(outcome.kind).to.equal('loaded');
    expect(steps).to.deep.equal(['1/2', '2/2']);
  });

  it('names both files when both are wrong', async () => {
    answering(new Response('not json'));
    const outcome = await loadAtlas({ feed: '/feed.json', geometry: '/geometry-a.json', signal: never });
    expect(outcome.kind === 'failed' && outcome.faults.map(({ code, path }) => `${path} ${code}`)).to.deep.equal([
      '/feed.json not-json',
      '/geometry-a.json not-json',
    ]);
  });

  it('fetches a topology once for all atlases of a page, and again after a failure', async () => {
    answering(new Response('', { status: 404 }));
    await loadAtlas({ feed: goodFeed(), geometry: '/geometry-b.json', signal: never });
    window.fetch = realFetch;
    const topology = await (await fetch(builtInGeometry())).text();
    const count = answering(new Response(topology));
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => loadAtlas({ feed: goodFeed(), geometry: '/geometry-b.json', signal: never })),
    );
    expect(outcomes.map(({ kind }) => kind)).to.deep.equal(['loaded', 'loaded', 'loaded']);
    expect(count.calls).to.equal(1);
  });

  it('refuses boundaries of another datum', async () => {
    const topology = (await (await realFetch(builtInGeometry())).json()) as Record<string, unknown>;
    answering(new Response(JSON.stringify({ ...topology, datum: 'GCJ-02' })));
    const outcome = await loadAtlas({ feed: goodFeed(), geometry: '/geometry-c.json', signal: never });
    expect(outcome.kind === 'failed' && outcome.faults[0]).to.deep.include({ code: 'wrong-datum' });
  });

  it('is nobody’s when it was aborted', async () => {
    const abort = new AbortController();
    const loading = loadAtlas({ feed: goodFeed(), geometry: builtInGeometry(), signal: abort.signal });
    abort.abort();
    expect((await loading).kind).to.equal('aborted');
  });
});
