/** The compiled form of `data/feed.schema.json`, made by `npm run build:validator`. */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}
export const validate: { (feed: unknown): boolean; errors?: readonly SchemaError[] | null };
