/** English for what follows from a value. */
import type { explanation as chinese } from '../zh-CN/explanation.js';

export const explanation: Readonly<Record<keyof typeof chinese, string>> = {
  'explain.basis': 'Derived from {status} values',
  'explain.rank.county': 'Rank {rank} of {count} counties with a value',
  'explain.rank.prefecture': 'Rank {rank} of {count} prefectures with a value',
  'explain.rank.province': 'Rank {rank} of {count} provinces with a value',
  'explain.rank-tied.county': 'Rank {rank} of {count} counties with a value, {ties} of them level',
  'explain.rank-tied.prefecture': 'Rank {rank} of {count} prefectures with a value, {ties} of them level',
  'explain.rank-tied.province': 'Rank {rank} of {count} provinces with a value, {ties} of them level',
  'explain.share': '{share} of the published total',
  'explain.share-sum': '{share} of the sum of all',
  'explain.mean-above': '{difference} above the mean of the {count} that take part in {province} ({mean})',
  'explain.mean-below': '{difference} below the mean of the {count} that take part in {province} ({mean})',
  'explain.mean-equal': 'Level with the mean of the {count} that take part in {province} ({mean})',
  'explain.next-class': '{difference} short of the class above',
  'explain.top-class': 'In the highest class, {difference} above where it begins',
  'explain.highest': 'Higher than all {count} neighbours with a value',
  'explain.lowest': 'Lower than all {count} neighbours with a value',
  'explain.points': '{points} percentage points',
};
