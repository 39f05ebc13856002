/** All words of all languages at once, for Node and for tests. */
import { addWords } from './index.js';
import { LANGUAGE_TAGS, loaderOf } from './languages.js';
import './deferred.js';
import './feed-faults.js';
import './tables.js';
import './doctor.js';
import './keys.js';
import './ways.js';
import './sound.js';
import './gestures.js';

for (const language of LANGUAGE_TAGS) {
  const load = loaderOf(language);
  if (load) addWords(language, await load());
}
