/** An element of a picture as plain data, before anything draws it. */
export interface PictureNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (PictureNode | string)[];
}

export function node(
  name: string,
  attributes: PictureNode['attributes'] = {},
  children: PictureNode['children'] = [],
): PictureNode {
  return { name, attributes, children };
}
