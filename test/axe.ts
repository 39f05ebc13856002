/** axe over an element as it stands: no violation, or the first element of each. */
import { expect } from '@open-wc/testing';
import type { AxeResults, RunOptions } from 'axe-core';
// It is no module: it leaves itself in the window.
import 'axe-core/axe.js';
import { TAGS } from './axe-rules.js';

const { axe } = window as unknown as { axe: { run(element: Element, options: RunOptions): Promise<AxeResults> } };

export async function expectClean(element: Element): Promise<void> {
  // A page of tests has no landmarks.
  const { violations, passes } = await axe.run(element, {
    runOnly: [...TAGS],
    rules: { region: { enabled: false } },
    // Of the others one element each: it is violations that are told.
    resultTypes: ['violations'],
  });
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => [id, html] as const));
  expect(found.map((each) => each.join(': '))).to.deep.equal([]);
  expect(passes.length).to.be.greaterThan(0);
}
