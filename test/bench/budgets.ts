/** The budgets of DESIGN.md, each measured in the same run as the tables. */
import type { Browser } from 'playwright-core';
import type { BenchCase } from './cases.ts';
import { open, settle } from './measure.ts';
import type { ProbeWindow } from './probe.ts';
import { mediansOf, roundsWon, type Samples } from './report.ts';
import type { BenchSite } from './site.ts';

export interface BudgetRow {
  readonly what: string;
  readonly limit: string;
  readonly measured: string;
  readonly isMet: boolean;
}

/** What 100 atlases that came and went have left behind, against one. */
export interface Leftovers {
  readonly contexts: number;
  readonly listeners: number;
  readonly nodes: number;
  readonly documents: number;
}

export interface Strictness {
  readonly hosts: readonly string[];
  readonly violations: readonly string[];
}

const MOUNTS = 100;

export function budgetRows(samples: Samples, left: Leftovers | undefined, strict: Strictness): BudgetRow[] {
  const of = (name: string, page: string, key: string): number => mediansOf(samples, name, key).get(page) ?? NaN;
  const atMost = (what: string, value: number, limit: number, unit: string, digits = 1): BudgetRow => ({
    what,
    limit: `${limit} ${unit}`.trim(),
    measured: Number.isNaN(value) ? 'not measured' : `${value.toFixed(digits)} ${unit}`.trim(),
    isMet: value <= limit,
  });
  const none = (what: string, found: readonly string[]): BudgetRow => ({
    what,
    limit: 'none',
    measured: found.length > 0 ? found.join('; ') : 'none',
    isMet: found.length === 0,
  });
  const ratio = (key: string, page: string): number => of('five', page, key) / of('five', 'floor', key);
  const won = (key: string, what: string): BudgetRow => {
    const { won: count, of: all } = roundsWon(samples, 'five', key);
    return { what, limit: 'every round', measured: `first in ${count} of ${all}`, isMet: all > 0 && count === all };
  };
  const perLeft = (what: string, value: number): BudgetRow =>
    atMost(`${MOUNTS} mounts and unmounts: ${what} more than after the first`, value, 0, '', 0);
  const rows = [
    atMost('script until the first picture, gzipped, one tag', of('five', 'tag', 'script'), 56, 'kB'),
    atMost('overview geometry, gzipped', of('five', 'tag', 'geometry'), 60, 'kB'),
    atMost('five maps painted, against the floor: five maps and a switch', ratio('painted', 'ours'), 1.15, 'times', 2),
    atMost('the same: one tag, with all that it draws', ratio('painted', 'tag'), 1.15, 'times', 2),
    atMost('the same, slow machine and line: five maps and a switch', ratio('painted-slow', 'ours'), 1.2, 'times', 2),
    atMost('the same, slow machine and line: one tag', ratio('painted-slow', 'tag'), 1.2, 'times', 2),
    won('painted', 'five maps painted, against the peers'),
    won('painted-slow', 'the same, slow machine and line'),
    atMost('hover, script, 523 regions', of('five', 'ours', 'hover-script'), 8, 'ms'),
    atMost('hover, script, one tag', of('five', 'tag', 'hover-script'), 8, 'ms'),
    atMost('metric switch, script, 523 regions', of('five', 'ours', 'switch-script'), 16, 'ms'),
    atMost('metric switch, script, one tag', of('five', 'tag', 'switch-script'), 16, 'ms'),
    ...(samples.synthetic
      ? [
          atMost(
            'panning at 20,000 regions, median frame, against raw MapLibre',
            of('synthetic', 'ours', 'pan') / of('synthetic', 'maplibre', 'pan'),
            1.1,
            'times',
            2,
          ),
          atMost(
            'the same, 95th percentile',
            of('synthetic', 'ours', 'pan-p95') / of('synthetic', 'maplibre', 'pan-p95'),
            1.1,
            'times',
            2,
          ),
        ]
      : []),
    ...(left
      ? [
          perLeft('live WebGL contexts', left.contexts),
          perLeft('listeners', left.listeners),
          perLeft('nodes', left.nodes),
          perLeft('documents', left.documents),
        ]
      : []),
    none('requests to other hosts', strict.hosts),
    none("violations of default-src 'self'", strict.violations),
  ];
  return rows;
}

/** One tag, zoomed to MapLibre and back, under the policy: whom it asked, and what the browser refused. */
export async function strictness(browser: Browser, site: BenchSite, bench: BenchCase): Promise<Strictness> {
  const visit = await open(browser, site, bench, 'tag');
  await visit.page.evaluate(() => document.querySelector('pair-atlas')?.setAttribute('renderer', 'maplibre'));
  await visit.page.waitForFunction(() =>
    [...(document.querySelector('pair-atlas')?.shadowRoot?.querySelectorAll('pair-map') ?? [])].every(
      (map) => (map as HTMLElement).dataset.renderer === 'maplibre',
    ),
  );
  await settle(visit, site);
  const violations = await visit.page.evaluate(() => (window as unknown as ProbeWindow).probe.violations);
  const hosts = visit.requests
    .map((url) => new URL(url))
    .filter(({ origin, protocol }) => origin !== site.origin && protocol !== 'blob:');
  await visit.context.close();
  return { hosts: [...new Set(hosts.map(({ host }) => host))], violations: [...new Set(violations)] };
}

/** Atlases with one SVG map and one MapLibre map come and go. */
export async function leftovers(browser: Browser, site: BenchSite, bench: BenchCase): Promise<Leftovers> {
  const { page, cdp, context } = await open(browser, site, bench, 'ours');
  await page.evaluate(() => document.querySelector('pair-atlas')?.remove());
  const count = async (): Promise<Leftovers> => {
    await page.waitForTimeout(500);
    for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
    const { metrics } = await cdp.send('Performance.getMetrics');
    const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? NaN;
    const contexts = await page.evaluate(() => (window as unknown as ProbeWindow).probe.contexts());
    return { contexts, listeners: of('JSEventListeners'), nodes: of('Nodes'), documents: of('Documents') };
  };
  const mount = (times: number): Promise<void> =>
    page.evaluate(async (all) => {
      for (let i = 0; i < all; i++) {
        const atlas = document.createElement('pair-atlas');
        atlas.innerHTML =
          '<pair-metrics></pair-metrics><pair-map region="330000"></pair-map><pair-map region="220000" renderer="maplibre"></pair-map>';
        const isUp = new Promise((resolve) =>
          atlas.addEventListener('pair-renderer', (event) => {
            if ((event as CustomEvent<{ renderer: string }>).detail.renderer === 'maplibre') resolve(undefined);
          }),
        );
        document.body.append(atlas);
        await isUp;
        atlas.remove();
      }
    }, times);
  // The first brings what a page keeps: sheets, words, MapLibre and its workers.
  await mount(2);
  const first = await count();
  await mount(MOUNTS - 2);
  const last = await count();
  await context.close();
  return {
    contexts: last.contexts - first.contexts,
    listeners: last.listeners - first.listeners,
    nodes: last.nodes - first.nodes,
    documents: last.documents - first.documents,
  };
}
