/** What the host, and the reader's browser, say about fetching MapLibre. */
export const maplibre: { workerUrl?: string } = {};

/**
 * Where MapLibre finds its worker, for builds in which it does not lie beside the module `maplibre-gl`. Call it before the
 * first map climbs to MapLibre; workers that run already stay.
 */
export function configureMapLibre(settings: { readonly workerUrl?: string }): void {
  maplibre.workerUrl = settings.workerUrl;
}

/** The reader asks for little traffic: nothing is fetched that nobody asked for by name. */
export function isSavingData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}
