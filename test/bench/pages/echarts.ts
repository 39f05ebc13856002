/**
 * ECharts: the map series alone, imported piece by piece, no animation, no tooltip, no component that the page does not use.
 * Colours go on the data items, which spares the visualMap. Links are its own highlight and downplay actions.
 */
import { boxes, clientOf, linker, load, onMetric, Pending } from './values.ts';
import { MapChart } from 'echarts/charts';
import { init, registerMap, use, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import type { Position } from 'geojson';

use([MapChart, CanvasRenderer]);
const { values, counties, colour } = await load();
let metric = values.metrics[0] ?? '';
const mapOf = new Map<string, number>();
const pending = new Pending<EChartsType>();

/** Mercator, as the other pages have it: x and y of the world from 0 to 1, in thousands, since ECharts rounds small boxes. */
const SCALE = 1000;
const projection = {
  project([longitude = 0, latitude = 0]: Position): [number, number] {
    const sine = Math.sin((latitude * Math.PI) / 180);
    return [(longitude / 360 + 0.5) * SCALE, (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * SCALE];
  },
  unproject: ([x = 0, y = 0]: Position): [number, number] => [
    (x / SCALE - 0.5) * 360,
    (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / SCALE))) * 180) / Math.PI,
  ],
};

const dataOf = (i: number): object[] =>
  counties[i]!.features.map(({ properties: { code, index } }) => {
    mapOf.set(code, i);
    return { name: code, itemStyle: { areaColor: colour(metric, index) } };
  });

const charts = boxes(values).map((box, i) => {
  registerMap(`map${i}`, counties[i] as never);
  const chart = init(box);
  const { box: bounds } = values.maps[i]!;
  const scale = Math.min((values.width - 12) / (bounds[2] - bounds[0]), (values.height - 12) / (bounds[3] - bounds[1]));
  chart.setOption({
    animation: false,
    series: [
      {
        type: 'map',
        map: `map${i}`,
        nameProperty: 'code',
        projection,
        // The same camera as everybody's: the map in the middle of its box.
        layoutCenter: ['50%', '50%'],
        layoutSize: Math.max(bounds[2] - bounds[0], bounds[3] - bounds[1]) * scale,
        roam: true,
        data: dataOf(i),
        selectedMode: false,
        label: { show: false },
        itemStyle: { borderColor: values.border, borderWidth: 0.5 },
        emphasis: {
          label: { show: false },
          itemStyle: { areaColor: 'inherit', borderColor: values.partner, borderWidth: 1.6 },
        },
      },
    ],
  });
  chart.on('mouseover', ({ name }) => link(name));
  chart.on('rendered', () => pending.done(chart));
  return chart;
});

const link = linker(values, ({ active, partners }, before) => {
  charts.forEach((chart, i) => {
    const here = (codes: readonly string[]): string[] => codes.filter((code) => mapOf.get(code) === i);
    const old = here(before.partners),
      fresh = here(partners);
    if (old.length > 0) chart.dispatchAction({ type: 'downplay', seriesIndex: 0, name: old });
    if (fresh.length > 0) chart.dispatchAction({ type: 'highlight', seriesIndex: 0, name: fresh });
    if (old.length + fresh.length > 0 || (active !== undefined && mapOf.get(active) === i)) pending.add(chart);
  });
});

onMetric((chosen) => {
  metric = chosen;
  charts.forEach((chart, i) => {
    pending.add(chart);
    chart.setOption({ series: [{ data: dataOf(i) }] }, { lazyUpdate: true });
  });
});

window.bench.adapter = {
  settled: pending.settled,
  locate: (i, at) =>
    clientOf(charts[i]!.getDom(), charts[i]!.convertToPixel({ seriesIndex: 0 }, [...at]) as unknown as number[]),
  zoomIn: (i) => charts[i]!.setOption({ series: [{ zoom: 4 }] }),
};
window.bench.rendered();
