/**
 * What says a value in words, as tooltip and table do. It comes after the first picture, and whole: the bundle has these modules in one
 * file with the words that they are made of, and a part of them alone would be a further file, which all pages had to fetch.
 */
import { classLabels } from '../scene/parts/legend.js';
import { comparisonText } from '../scene/text/comparison.js';
import { describe } from '../scene/text/description.js';
import { valueLine } from '../scene/text/value-line.js';

export const words = { valueLine, beside: [describe, comparisonText, classLabels] } as const;
