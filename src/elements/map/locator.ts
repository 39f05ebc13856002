/** The small picture in a corner of a map of the prefectures that take part: where in their province they lie. */
import { css, type CSSResult } from 'lit';
import type { RegionCode } from '../../data/types.js';
import type { RegionIndex } from '../../data/topology.js';
import { adopt } from '../shared/adopt.js';
import { toElement } from '../../render/svg/elements.js';
import { memo } from '../../data/memo.js';
import { emptiestCorner, locatorPicture } from '../../scene/picture/locator.js';
import type { View } from '../../scene/geometry/view.js';

/** Of the stage's shorter side, and in pixels. */
const PART = 0.24,
  LARGEST = 88;

const styles: CSSResult = css`
  .locator {
    position: absolute;
    pointer-events: none;
    padding: 2px;
  }
  .locator path {
    stroke: none;
    fill: var(--_outside);
  }
  .locator .drawn {
    fill: var(--_ink-soft);
  }
  .locator.is-start-start {
    inset: 0 auto auto 0;
  }
  .locator.is-start-end {
    inset: 0 0 auto auto;
  }
  .locator.is-end-start {
    inset: auto auto 0 0;
  }
  .locator.is-end-end {
    inset: auto 0 0 auto;
  }
  @media (forced-colors: active) {
    .locator path {
      fill: GrayText;
    }
    .locator .drawn {
      fill: CanvasText;
    }
  }
`;

const pictureOf = memo((regions: RegionIndex, whole: string, drawn: string) =>
  locatorPicture(regions, whole.split(' '), drawn.split(' ')),
);
/** What stands in a stage now, and what it was made of. */
const standing = new WeakMap<HTMLElement, { readonly element: Element; readonly of: readonly unknown[] }>();

/** Puts it into the stage, keeps it in the emptiest corner, and takes it away where all is drawn. */
export function showLocator(
  stage: HTMLElement,
  regions: RegionIndex,
  whole: readonly RegionCode[],
  drawn: readonly RegionCode[],
  view: View,
): void {
  const of = [regions, whole.join(' '), drawn.join(' '), view.size.width, view.size.height];
  const before = standing.get(stage);
  if (before && of.every((part, i) => part === before.of[i])) return;
  before?.element.remove();
  const picture = pictureOf(regions, whole.join(' '), drawn.join(' '));
  if (!picture) return void standing.delete(stage);
  const side = Math.min(LARGEST, PART * Math.min(view.size.width, view.size.height));
  const element = toElement(picture);
  element.classList.add(`is-${emptiestCorner({ ...view, camera: undefined }, side)}`);
  for (const dimension of ['inline-size', 'block-size']) element.style.setProperty(dimension, `${side}px`);
  adopt(stage.getRootNode() as ShadowRoot, styles);
  stage.append(element);
  standing.set(stage, { element, of });
}
