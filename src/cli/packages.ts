/** Packages that one command alone needs: whoever installs the library for its maps does without. */

/** What is used of mapshaper: commands over files in memory. */
export interface Mapshaper {
  applyCommands(
    commands: string,
    input: Readonly<Record<string, string | Uint8Array>>,
  ): Promise<Record<string, Uint8Array | string>>;
}

export interface Gcoord {
  readonly GCJ02: unknown;
  readonly WGS84: unknown;
  transform(point: [number, number], from: unknown, to: unknown): [number, number];
}

interface Packages {
  readonly mapshaper: Mapshaper;
  readonly gcoord: Gcoord;
}

/** Undefined where it is not installed. */
export async function loadPackage<Name extends keyof Packages>(name: Name): Promise<Packages[Name] | undefined> {
  try {
    return ((await import(name)) as { default: Packages[Name] }).default;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
