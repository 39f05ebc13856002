/** What a page of your own has beside the tag: the functions, and the modules that use them. */
import * as extend from '../../dist/pair-atlas-extend.js';
import deviation from './deviation.js';
import ember from './ember.js';
import median from './median.js';
import top from './top.js';
import hongKong from './zh-hk.js';

for (const add of [ember, deviation, hongKong, top, median]) add(extend);
