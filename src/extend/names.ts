import { KINDS } from '../data/kinds/index.js';
import { CLASS_METHODS } from '../scene/classes/methods/index.js';
import { SCHEMES } from '../scene/classes/ramp.js';
import { LANGUAGE_TAGS } from '../scene/words/languages.js';

export interface KnownNames {
  readonly schemes: readonly string[];
  readonly methods: readonly string[];
  readonly languages: readonly string[];
  readonly kinds: readonly string[];
}

/** The names that attributes and feeds may say now: the library's own, and what is registered, in that order. */
export const knownNames = (): KnownNames => ({
  schemes: Object.keys(SCHEMES),
  methods: [...CLASS_METHODS],
  languages: [...LANGUAGE_TAGS],
  kinds: Object.keys(KINDS),
});
