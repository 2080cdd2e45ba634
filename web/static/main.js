// Begins: which view draws which address, the search boxes, the keys.

import { listen } from './keys.js';
import { start } from './router.js';
import { listenToForms } from './search-box.js';
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

listenToForms();
listen();
start({ home, articles: results, quotes: results, article, speaker, speakers, verify, trends, help, docs, missing }, trouble);
