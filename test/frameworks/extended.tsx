/** A page whose author has registered a method and a scheme: their names are known where they are typed, and others are not. */
import type { ClassMethod } from 'pair-atlas/core';
import { registerMethod, type MethodDefinition } from 'pair-atlas/extend';
import type { ReactNode } from 'react';

declare module 'pair-atlas/extend' {
  interface RegisteredMethods {
    deviation: true;
  }
}

const definition: MethodDefinition = { label: { en: 'Deviation' }, breaks: (values) => values.slice(1, 2) };
registerMethod('deviation', definition);
export const method: ClassMethod = 'deviation';

export const Extended = (): ReactNode => <pair-atlas method="deviation" />;

export const wrong = [
  // @ts-expect-error There is no such method.
  <pair-atlas method="guess" />,
  // @ts-expect-error Breaks are numbers.
  registerMethod('words', { label: 'Words', breaks: () => ['a'] }),
];
