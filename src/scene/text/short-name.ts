/** A place's name as it stands on a map, without its kind of unit: "阿坝藏族羌族自治州" is 阿坝. */
import { shortPlaceName } from '../../data/names.js';
import type { RegionIndex } from '../../data/topology.js';
import type { RegionCode } from '../../data/types.js';
import type { Language } from '../words/index.js';
import { nameOf } from './names.js';

export const shortName = (regions: RegionIndex, code: RegionCode, language: Language): string =>
  shortPlaceName(nameOf(regions, code, language));
