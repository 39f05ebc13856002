/** What the page in an iframe and the page around it say to each other. Both take it from the other's window alone. */

/** To the page around: how high the content is, in CSS pixels. */
export interface HeightMessage {
  readonly from: 'pair-atlas';
  readonly height: number;
}

/** To the page in the iframe: its height is followed, and this is what the reader sees of it. */
export interface FollowMessage {
  readonly to: 'pair-atlas';
  /** Where the window around ends, in CSS pixels from the top of the iframe's page, and how high it is. */
  readonly bottom: number;
  readonly height: number;
}

/** Higher than any atlas, and lower than what makes a page unusable. */
export const HIGHEST = 20_000;

export const isHeight = (data: unknown): data is HeightMessage => {
  const { from, height } = Object(data) as Partial<HeightMessage>;
  return from === 'pair-atlas' && Number.isFinite(height) && Number(height) > 0 && Number(height) <= HIGHEST;
};

export const isFollow = (data: unknown): data is FollowMessage => {
  const { to, bottom, height } = Object(data) as Partial<FollowMessage>;
  return to === 'pair-atlas' && Number.isFinite(bottom) && Number.isFinite(height);
};
