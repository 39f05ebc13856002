/** Names that have an order, such as years or grades: from the first to the last they take a ramp. */
import { category } from './category.js';

export const ordered: typeof category = { ...category, ramp: 'sequential', column: 'ordered' };
