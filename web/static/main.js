// Begins: which view draws which address, the search forms, the keys.

import { changed, read, resultsHref } from './model/address.js';
import { listen } from './keys.js';
import { go, start } from './router.js';
import { article } from './views/article.js';
import { docs } from './views/docs.js';
import { help } from './views/help.js';
import { home } from './views/home.js';
import { results } from './views/results.js';
import { speaker } from './views/speaker.js';
import { speakers } from './views/speakers.js';
import { trends } from './views/trends.js';
import { missing, trouble } from './views/trouble.js';
import { verify } from './views/verify.js';

/** A new search keeps the tab and its filters; from any other page it starts afresh. @param {SubmitEvent} event */
function search(event) {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.hasAttribute('data-search')) return;
  event.preventDefault();
  const q = String(new FormData(form).get('q') ?? '').trim();
  const { view, params } = read(new URL(location.href));
  const listed = view === 'articles' || view === 'quotes';
  const kind = view === 'quotes' ? 'quotes' : 'articles';
  go(resultsHref(kind, changed(listed ? params : new URLSearchParams(), { q, sort: '' })));
}

document.addEventListener('submit', search);
listen();
start({ home, articles: results, quotes: results, article, speaker, speakers, verify, trends, help, docs, missing }, trouble);
