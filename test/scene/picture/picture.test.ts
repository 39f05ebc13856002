import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readTopology } from '../../../src/data/read-topology.js';
import {
  LINE_GAP,
  placeLabels,
  textWidth,
  type LabelRequest,
  type PlacedLabel,
} from '../../../src/scene/picture/labels.js';
import { fitCamera, zoomAbout } from '../../../src/scene/geometry/mercator.js';
import { escape, toMarkup } from '../../../src/scene/picture/markup.js';
import {
  BORDER_WIDTHS,
  emphasisNodes,
  node,
  picture,
  unitScale,
  type PictureNode,
} from '../../../src/scene/picture/picture.js';
import type { Fill } from '../../../src/scene/classes/scale.js';
import { NO_EMPHASIS, standingOf, type Emphasis, type Scene } from '../../../src/scene/picture/scene.js';
import { mapShapes } from '../../../src/scene/geometry/shapes.js';
import { paletteOf } from '../../../src/scene/picture/tokens.js';
import { smallTopology } from '../../fixtures/topology.js';

const reading = readTopology(smallTopology());
if (reading.kind !== 'regions') throw new Error('unusable');
const map = mapShapes(reading.regions, ['510000'], 'county');
const size = { width: 300, height: 200 };
const fills = new Map<string, Fill>([
  ['510101', { kind: 'class', index: 0, notPublished: false }],
  ['510102', { kind: 'class', index: 2, notPublished: true }],
  ['510103', { kind: 'no-data' }],
  ['510201', { kind: 'city-only' }],
  ['510202', { kind: 'class', index: 9, notPublished: false }],
]);
const scene: Scene = {
  map,
  fills,
  size,
  palette: paletteOf('light', 'teal', 3),
  emphasis: NO_EMPHASIS,
  camera: fitCamera(map.box, size, 5),
};

const all = (tree: PictureNode, name: string, has: Record<string, unknown> = {}): PictureNode[] => [
  ...(tree.name === name && Object.entries(has).every(([key, value]) => tree.attributes[key] === value) ? [tree] : []),
  ...tree.children.flatMap((child) => (typeof child === 'string' ? [] : all(child, name, has))),
];
const fillIn = (code: string): unknown => all(picture(scene, 'p'), 'path', { 'data-code': code })[0]?.attributes.fill;

describe('a picture', () => {
  it('fills each region from the palette, by class or by kind', () => {
    const { palette } = scene;
    expect(['510101', '510102', '510103', '510201', '510202', '510203'].map(fillIn)).to.deep.equal([
      palette.classes[0],
      palette.classes[2],
      palette.noData,
      palette.cityOnly,
      palette.outside,
      palette.outside,
    ]);
  });

  it('lays a pattern over what is not known or not published, in one path each', () => {
    const patterned = all(picture(scene, 'p'), 'path').filter(({ attributes }) => attributes['data-pattern']);
    expect(patterned.map(({ attributes }) => [attributes['data-pattern'], attributes.fill])).to.have.deep.members([
      ['not-published', 'url(#p-not-published)'],
      ['no-data', 'url(#p-no-data)'],
      ['city-only', 'url(#p-city-only)'],
    ]);
    expect(patterned.find(({ attributes }) => attributes['data-pattern'] === 'no-data')!.attributes.d).to.equal(
      map.byCode.get('510103')!.path,
    );
    expect(all(picture(scene, 'p'), 'pattern').map(({ attributes }) => attributes.id)).to.have.members([
      'p-no-data',
      'p-special',
      'p-city-only',
      'p-not-published',
    ]);
  });

  it('keeps its patterns and lines as fine as they are when zoomed', () => {
    const deep = { ...scene, camera: zoomAbout(scene.camera, 3, 0, 0, size) };
    expect(unitScale(deep)).to.be.closeTo(unitScale(scene) * 8, 1e-6);
    const [pattern] = all(picture(deep, 'p'), 'pattern');
    expect(Number(/scale\(([\d.e-]+)\)/.exec(String(pattern!.attributes.patternTransform))![1])).to.be.closeTo(
      1 / unitScale(deep),
      1e-5,
    );
    for (const line of all(picture(deep, 'p'), 'path', { fill: undefined }))
      expect(line.attributes['vector-effect']).to.equal('non-scaling-stroke');
  });

  it('draws what stands out above the rest, the active last, and fades the rest', () => {
    const emphasis: Emphasis = {
      active: '510101',
      partners: new Set(['510102', '330106']),
      cityPartners: new Set(['510203']),
      selected: new Set(['510202']),
      kept: new Set<string>(),
      isFading: true,
    };
    const tree = picture({ ...scene, emphasis }, 'p');
    expect(
      all(tree, 'path').flatMap(({ attributes }) =>
        attributes['data-standing'] ? [[attributes['data-standing'], attributes['data-emphasis']]] : [],
      ),
    ).to.deep.equal([
      ['city-partner', '510203'],
      ['partner', '510102'],
      ['selected', '510202'],
      ['active', '510101'],
    ]);
    expect(all(tree, 'g', { class: 'fills' })[0]!.attributes.opacity).to.be.lessThan(0.5);
    expect(all(tree, 'path', { 'data-standing': 'city-partner' })[0]!.attributes['stroke-dasharray']).to.equal('3 3');
    const colour = (standing: string): unknown =>
      all(tree, 'path', { 'data-standing': standing })[0]!.attributes.stroke;
    expect([colour('active'), colour('selected'), colour('partner')]).to.deep.equal([
      scene.palette.accent,
      scene.palette.accent,
      scene.palette.partner,
    ]);
    // Around each a halo and an outline, whether the rest fades or not.
    const around = emphasisNodes({ ...scene, emphasis: { ...emphasis, isFading: false } }, 'p').filter(
      ({ attributes }) => attributes.fill === 'none',
    );
    expect(around.filter(({ attributes }) => attributes['stroke-width'] !== BORDER_WIDTHS.county)).to.have.length(8);
  });

  it('draws the outlines of a group beneath the fills of all its regions', () => {
    const partners = new Set(['510101', '510102']);
    const nodes = emphasisNodes({ ...scene, emphasis: { ...NO_EMPHASIS, partners } }, 'p');
    const at = (isSo: (attributes: PictureNode['attributes']) => boolean): number[] =>
      nodes.flatMap(({ attributes }, i) => (isSo(attributes) ? [i] : []));
    const outlines = at((attributes) => attributes['data-standing'] === 'partner'),
      filled = at((attributes) => attributes['data-code'] !== undefined);
    expect([outlines.length, filled.length]).to.deep.equal([2, 2]);
    expect(Math.max(...outlines)).to.be.below(Math.min(...filled));
  });

  it('gives what the legend keeps its full fill, beneath the borders and without an outline', () => {
    const kept = { ...scene, emphasis: { ...NO_EMPHASIS, kept: new Set(['510101']), isFading: true } };
    const tree = picture(kept, 'p');
    const order = all(tree, 'g').flatMap(({ attributes }) => attributes.class ?? []);
    expect(order).to.deep.equal(['fills', 'textures', 'kept', 'borders', 'emphasis']);
    const [group] = all(tree, 'g', { class: 'kept' });
    expect(all(group!, 'path').map(({ attributes }) => attributes['data-code'])).to.deep.equal(['510101']);
    expect(emphasisNodes(kept, 'p')).to.deep.equal([]);
  });

  it('has nothing above the rest when nothing stands out', () => {
    expect(emphasisNodes({ ...scene, emphasis: NO_EMPHASIS }, 'p')).to.deep.equal([]);
    expect(all(picture(scene, 'p'), 'g', { class: 'fills' })[0]!.attributes.opacity).to.equal(1);
  });

  it('stands for the strongest of several standings', () => {
    const codes = new Set(['a']),
      both: Emphasis = {
        active: 'a',
        partners: codes,
        selected: codes,
        cityPartners: codes,
        kept: new Set<string>(),
        isFading: false,
      };
    expect(standingOf('a', both)).to.equal('active');
    expect(standingOf('a', { ...both, active: undefined })).to.equal('selected');
    expect(standingOf('a', { ...both, active: undefined, selected: new Set() })).to.equal('partner');
    expect(standingOf('a', { ...NO_EMPHASIS, cityPartners: codes })).to.equal('city-partner');
    expect(standingOf('b', both)).to.equal('none');
  });

  it('is well-formed markup, with everything in it escaped', () => {
    const nasty = `<script>"&'</script>`;
    const markup = toMarkup(node('svg', { xmlns: 'http://www.w3.org/2000/svg', title: nasty }, [nasty, node('g')]));
    const parsed = new DOMParser().parseFromString(markup, 'image/svg+xml');
    expect(parsed.querySelector('parsererror, script')).to.equal(null);
    expect(parsed.documentElement.getAttribute('title')).to.equal(nasty);
    expect(parsed.documentElement.textContent).to.equal(nasty);
    expect(escape('plain')).to.equal('plain');
    expect(
      new DOMParser().parseFromString(toMarkup(picture(scene, 'p')), 'image/svg+xml').querySelectorAll('[data-code]'),
    ).to.have.length(6);
  });
});

describe('labels', () => {
  const request = fc.record({
    text: fc.constantFrom('阿坝', '黔东南', 'Ngawa', '长长长长的名字'),
    second: fc.option(fc.constantFrom({ lang: 'bo', text: 'རྔ་བ' }, { lang: 'ii', text: 'ꆃꎭꆃꎭꆃꎭꆃꎭ' }), {
      nil: undefined,
    }),
    weight: fc.integer({ min: 0, max: 5 }),
    kind: fc.constantFrom('place', 'partner', 'active'),
    at: fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 700 })),
    box: fc.option(
      fc
        .tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 600 }))
        .map(([x, y]) => [x, y, x + 60, y + 50] as const),
      { nil: undefined },
    ),
  }) as fc.Arbitrary<LabelRequest>;

  it('never cover each other or leave the map', () => {
    fc.assert(
      fc.property(fc.array(request, { maxLength: 40 }), (requests) => {
        const placed = placeLabels(requests, map, scene.camera, size, 12).map(({ text, second, x, y }) => {
          const half = Math.max(textWidth(text, 12), textWidth(second?.text ?? '', 12)) / 2,
            tall = second ? 6 * (1 + LINE_GAP) : 6;
          return [x - half, y - tall, x + half, y + tall] as const;
        });
        placed.forEach((a, i) => {
          expect(a[0] >= 0 && a[1] >= 0 && a[2] <= size.width && a[3] <= size.height).to.equal(true);
          for (const b of placed.slice(i + 1))
            expect(a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1]).to.equal(false);
        });
      }),
      { numRuns: 80 },
    );
  });

  it('give way to heavier ones', () => {
    const at = [500, 300] as const;
    expect(
      placeLabels(
        [
          { text: '轻', at, weight: 1, kind: 'place' },
          { text: '重', at, weight: 2, kind: 'active' },
        ],
        map,
        scene.camera,
        size,
        12,
      ).map(({ text }) => text),
    ).to.deep.equal(['重']);
  });

  it('leaves out a name that is wider than its whole map', () => {
    const name = '恩施土家族苗族自治州恩施市某某镇'.repeat(4);
    const narrow = { width: 120, height: 200 };
    const camera = fitCamera(map.box, narrow, 6);
    expect(
      placeLabels([{ text: name, at: [500, 300], weight: 1, kind: 'active' }], map, camera, narrow, 12),
    ).to.deep.equal([]);
    expect(
      placeLabels([{ text: '恩施市', at: [500, 300], weight: 1, kind: 'active' }], map, camera, narrow, 12),
    ).to.have.length(1);
  });

  it('stand below a region that is smaller than they are, out of the way of curves; where there is no room, above it, or beside it', () => {
    const place = (at: readonly [number, number]): readonly [number, number] => {
      const [{ x, y }] = placeLabels([{ text: '·', at, weight: 1, kind: 'place' }], map, scene.camera, size, 0) as [
        PlacedLabel,
      ];
      return [x, y];
    };
    const box = [4800, 2900, 5200, 3100] as const;
    const tall = 12 / 2 + 3,
      half = textWidth('某某县', 12) / 2 + 3;
    const [middleX, below] = place([5000, 3100]);
    const above = place([5000, 2900])[1] - tall;
    const [right, middleY] = place([5200, 3000]);
    const requests: LabelRequest[] = [{ text: '某某县', at: [5000, 3000], box, weight: 2, kind: 'partner' }];
    for (const spot of [
      [middleX, below + tall],
      [middleX, above],
      [right + half, middleY],
    ] as const) {
      const label = placeLabels(requests, map, scene.camera, size, 12).find(({ text }) => text === '某某县')!;
      expect(label.x).to.be.closeTo(spot[0], 1e-6);
      expect(label.y).to.be.closeTo(spot[1], 1e-6);
      // What stands there now is taken.
      const at = [
        5000 + (spot[0] - middleX) / unitScale(scene),
        3000 + (spot[1] - middleY) / unitScale(scene),
      ] as const;
      requests.unshift({ text: '', at, weight: 3, kind: 'place' });
    }
  });
});
