/** A name of the library's own, which editors offer, or one that an author has registered (`src/extend.ts`). */
export type Open<Name extends string> = Name | (string & Record<never, never>);
