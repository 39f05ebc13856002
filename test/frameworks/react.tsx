/** A React 19 page as people write it: what is wrong is an error where it is typed. */
import type { CustomElements } from 'pair-atlas/jsx';
import type { ReactNode } from 'react';

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- React is extended so.
  namespace JSX {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type
    interface IntrinsicElements extends CustomElements {}
  }
}

export function Page({ onChosen }: { onChosen: (codes: readonly string[]) => void }): ReactNode {
  return (
    <pair-atlas
      src="feed.json"
      metric="funding"
      method="jenks"
      classes={4}
      theme="dark"
      strict
      onpair-select={(event) => onChosen(event.detail.codes)}
    >
      <pair-metrics levels />
      <pair-map region="330000" level="prefecture" fit="participants" />
      <pair-legend />
    </pair-atlas>
  );
}

export const wrong: readonly ReactNode[] = [
  // @ts-expect-error There is no such level.
  <pair-map region="330000" level="village" />,
  // @ts-expect-error There is no such method.
  <pair-atlas method="guess" />,
  // @ts-expect-error A number of classes is a number.
  <pair-atlas classes="many" />,
  // @ts-expect-error There is no such element.
  <pair-chart />,
  // @ts-expect-error An event has no such detail.
  <pair-atlas onpair-hover={(event) => event.detail.nothing} />,
];
