// Begins: which view draws which address, the search boxes, the keys. A view is loaded when it is first needed.

import { listen } from './keys.js';
import { start } from './router.js';
import { listenToForms } from './search-box.js';
import { styled } from './styles.js';
import { missing, trouble } from './views/trouble.js';

/** @import { View as Name } from './model/address.js' */
/** @import { View } from './router.js' */
/** @import { Style } from './styles.js' */

/** @param {() => Promise<View>} load @param {Style[]} styles @returns {View} */
function loaded(load, ...styles) {
  return async (address, signal) => {
    const [view] = await Promise.all([load(), ...styles.map(styled)]);
    return view(address, signal);
  };
}

const results = loaded(
  async () => (await import('./views/results.js')).results,
  'ribbon', 'results', 'filters', 'quotes', 'cite', 'stories',
);

/** @type {Record<Name, View>} */
const VIEWS = {
  home: loaded(async () => (await import('./views/home.js')).home, 'ribbon', 'home'),
  articles: results,
  quotes: results,
  article: loaded(async () => (await import('./views/article.js')).article, 'article', 'cite', 'stories'),
  speaker: loaded(
    async () => (await import('./views/speaker.js')).speaker,
    'ribbon', 'results', 'filters', 'quotes', 'cite', 'stories', 'speaker',
  ),
  speakers: loaded(async () => (await import('./views/speakers.js')).speakers, 'results', 'speaker'),
  verify: loaded(async () => (await import('./views/verify.js')).verify, 'results', 'quotes', 'cite', 'stories', 'verify'),
  trends: loaded(async () => (await import('./views/trends.js')).trends, 'ribbon', 'results', 'trends'),
  help: loaded(async () => (await import('./views/help.js')).help, 'help'),
  docs: loaded(async () => (await import('./views/docs.js')).docs, 'docs'),
  missing,
};

listenToForms();
listen();
start(VIEWS, trouble);
