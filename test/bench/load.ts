/**
 * How long a page takes until its maps are painted, with next to nobody watching: one session that no event of the network is told to.
 * Playwright is told of each request of its pages, and asks them by a script of its own: the floor was slower for it by 16 ms, ours by 19.
 */
import type { Browser, CDPSession } from 'playwright-core';
import type { BenchCase } from './cases.ts';
import { BROWSER_REST, PATIENCE, VIEWPORT } from './measure.ts';
import { probeOf } from './probe.ts';
import type { BenchSite, PageName } from './site.ts';

/** The slower line and machine: a phone from some years ago on a poor network. */
const SLOW = { cpu: 4, latency: 40, bytesPerSecond: 4_000_000 / 8 };
/** A function that the probe calls (`Runtime.addBinding`). */
const TELL_PAINTED = 'tellPainted';

/** Milliseconds from navigation to the end of the frame with all maps in it. */
export async function timeToPainted(
  browser: Browser,
  site: BenchSite,
  bench: BenchCase,
  name: PageName,
  isSlow: boolean,
): Promise<number> {
  const root = await browser.newBrowserCDPSession();
  const { browserContextId } = await root.send('Target.createBrowserContext');
  try {
    const { targetId } = await root.send('Target.createTarget', { url: 'about:blank', browserContextId, ...VIEWPORT });
    const page = await attach(root, targetId);
    await page.send('Page.enable');
    await page.send('Runtime.enable');
    await page.send('Emulation.setDeviceMetricsOverride', { ...VIEWPORT, deviceScaleFactor: 1, mobile: false });
    await page.send('Emulation.setLocaleOverride', { locale: 'zh-CN' });
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: probeOf(bench, name) });
    await page.send('Runtime.addBinding', { name: TELL_PAINTED });
    if (isSlow) {
      const { latency, bytesPerSecond, cpu } = SLOW;
      const [downloadThroughput, uploadThroughput] = [bytesPerSecond, bytesPerSecond];
      await page.send('Network.enable');
      await page.send('Network.emulateNetworkConditions', {
        offline: false,
        latency,
        downloadThroughput,
        uploadThroughput,
      });
      await page.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    }
    await new Promise((resolve) => setTimeout(resolve, BROWSER_REST));
    const told = page.once('Runtime.bindingCalled', `${name} was not painted within ${PATIENCE} ms`);
    await page.send('Page.navigate', { url: `${site.origin}/${bench.name}/${name}/` });
    return Number(((await told) as { payload: string }).payload);
  } finally {
    site.takeSent();
    await root.send('Target.disposeBrowserContext', { browserContextId });
    await root.detach();
  }
}

/** A session of a page that Playwright does not know. */
interface BarePage {
  send(method: string, params?: object): Promise<unknown>;
  once(event: string, otherwise: string): Promise<unknown>;
}

async function attach(root: CDPSession, targetId: string): Promise<BarePage> {
  const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: false });
  const answers = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  const events = new Map<string, (params: unknown) => void>();
  let count = 0;
  root.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const { id, result, error, method, params } = JSON.parse(event.message) as {
      id?: number;
      result?: unknown;
      error?: { message: string };
      method?: string;
      params?: unknown;
    };
    if (method !== undefined) return events.get(method)?.(params);
    const answer = answers.get(id ?? NaN);
    if (error) answer?.reject(new Error(error.message));
    else answer?.resolve(result);
  });
  return {
    send: (method, params = {}) =>
      new Promise((resolve, reject) => {
        const id = ++count;
        answers.set(id, { resolve, reject });
        root
          .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) })
          .catch(reject);
      }),
    once: (event, otherwise) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(otherwise)), PATIENCE);
        events.set(event, (params) => {
          clearTimeout(timer);
          resolve(params);
        });
      }),
  };
}
