/** The two packages of the build that bring no types. */
declare module 'mapshaper' {
  export function applyCommands(commands: string, input: Record<string, unknown>): Promise<Record<string, Uint8Array>>;
}

declare module 'polylabel' {
  export default function polylabel(polygon: readonly (readonly (readonly number[])[])[], precision?: number): number[] & { distance: number };
}
