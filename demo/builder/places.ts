/** The provinces and prefectures that a map can be of, with their names. */
export interface MapPlace {
  readonly code: string;
  readonly name: string;
  readonly en: string;
}

interface Topology {
  readonly objects: Readonly<
    Record<
      'provinces' | 'prefectures',
      { readonly geometries: readonly { readonly id: string; readonly properties: Omit<MapPlace, 'code'> }[] }
    >
  >;
}

/** The file that the atlas has fetched already. */
export async function placesOf(): Promise<MapPlace[]> {
  const { objects } = (await (await fetch(new URL('../data/counties-2018.json', import.meta.url))).json()) as Topology;
  return [...objects.provinces.geometries, ...objects.prefectures.geometries].map(
    ({ id, properties: { name, en } }) => ({
      code: id,
      name,
      en,
    }),
  );
}
