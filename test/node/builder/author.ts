/** An author at the builder, by mouse or by keyboard alone, and the site that they make. */
import assert from 'node:assert/strict';
import type { Browser, BrowserContext, Download, Page } from 'playwright-core';
import { writeWorkbook } from '../../../src/state/xlsx-out.js';
import { atRest, launchBrowser } from '../browser.js';
import { serve, type TestSite } from '../serve.js';

export const KEY = 'pair-atlas-builder';

export interface Atlas extends HTMLElement {
  exportAs(kind: string): Promise<Blob>;
  state: { values: { phase: { kind: string }; dataset?: { feed: { id: string } } } };
}

/** Places, an amount whose unit nobody has written, and people; and one place that there is none of. */
const ROWS = [
  ['县', '投入', '常住人口（人）'],
  ['汶川县', 1200, 82971],
  ['理县', 3000, 36926],
  ['茂县', 3100, 95361],
  ['松潘县', 900, 66937],
  ['黑水县', 1500, 44564],
  ['无此县', 1, 2],
];
const workbook = writeWorkbook([{ name: '资金', rows: ROWS, hasHeadings: true, percents: new Set() }]);
export const XLSX = { name: '资金.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(workbook) };

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Requests to elsewhere or with something in them, and complaints. */
  readonly strange: string[];
}

export class Studio {
  private constructor(
    readonly browser: Browser,
    readonly site: TestSite,
    /** What an author puts on the site, by path. */
    readonly pages: Record<string, string>,
  ) {}

  static async open(): Promise<Studio> {
    const pages: Record<string, string> = {};
    return new Studio(await launchBrowser(), await serve(pages, "default-src 'self'"), pages);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.site.close();
  }

  async visit(options: Parameters<Browser['newContext']>[0] = {}): Promise<Visit> {
    const { origin } = this.site;
    const context = await this.browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    const page = await context.newPage();
    const strange: string[] = [];
    page.on('request', (request) => {
      const isOwn = [`${origin}/`, `blob:${origin}/`].some((start) => request.url().startsWith(start));
      if (!isOwn || request.method() !== 'GET' || new URL(request.url()).search.length > 20)
        strange.push(request.url());
    });
    page.on('console', (message) => message.type() === 'error' && strange.push(message.text()));
    page.on('pageerror', (error) => strange.push(String(error)));
    return { context, page, strange };
  }

  async builder(page: Page, query = ''): Promise<void> {
    await page.goto(`${this.site.origin}/demo/builder/index.html${query}`);
    await drawn(page);
  }
}

/** What a busy machine does now and then: files are read long after a page has come to rest. */
export const readSlowly = async (context: BrowserContext): Promise<void> => {
  await context.addInitScript((delay) => {
    for (const { prototype } of [Blob, Response]) {
      const { arrayBuffer } = prototype;
      prototype.arrayBuffer = async function (this: Blob & Response) {
        await new Promise((resolve) => setTimeout(resolve, delay));
        return arrayBuffer.call(this);
      };
    }
  }, 700);
};

/** The preview shows a feed, and the legend with it. */
export async function drawn(page: Page): Promise<void> {
  await page.locator('#preview pair-legend .classes').first().waitFor({ state: 'attached' });
  await atRest(page);
}

/** The data of the atlas of a page that has come out, whose first picture needs none. */
export const phaseOf = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => (document.querySelector('pair-atlas') as Partial<Atlas>).state?.values.phase.kind);

/** The file has been read, and the preview shows it. */
export async function openFile(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await page.locator('#reading input[type=file]').setInputFiles(file);
  await page.getByText('已读入').waitFor();
  await drawn(page);
}

export const focusedOn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const label = (at as HTMLInputElement | null)?.labels?.[0]?.textContent;
    const name = at?.getAttribute('aria-label') ?? label ?? at?.textContent ?? '';
    return `${at?.localName} ${name.replace(/\s+/g, ' ').trim()}`;
  });

/** By keyboard alone, until the focus is there. */
export async function tabTo(page: Page, there: RegExp): Promise<void> {
  await atRest(page);
  const seen: string[] = [];
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab');
    seen.push(await focusedOn(page));
    if (there.test(seen[i] ?? '')) return;
  }
  assert.fail(`Tab never came to ${String(there)}, but to ${seen.join(' | ')}`);
}

export async function press(page: Page, there: RegExp): Promise<void> {
  await tabTo(page, there);
  await page.keyboard.press('Enter');
}

export async function write(page: Page, there: RegExp, text: string): Promise<void> {
  await tabTo(page, there);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

export async function download(page: Page, there: RegExp): Promise<Download> {
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, there)]);
  return file;
}

export const exported = (page: Page, selector: string, kind: string): Promise<string> =>
  page.evaluate(async ([at, as]) => (await (document.querySelector(at) as Atlas).exportAs(as)).text(), [
    selector,
    kind,
  ] as const);

export const draftIn = (page: Page): Promise<{ title: string; source: { name?: string } } | undefined> =>
  page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? '{}').draft, KEY);
