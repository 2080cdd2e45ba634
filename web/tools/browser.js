// The browser of the tools: the same as that of the tests, against the server at QUOTIDIAN_URL.

import { chromium } from 'playwright-core';

export const base = process.env.QUOTIDIAN_URL ?? '';
if (!base) throw new Error('QUOTIDIAN_URL must name a running server, for example http://127.0.0.1:7474');

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
  });
}

/** An answer of the API. @param {string} path @returns {Promise<any>} */
export async function api(path) {
  const response = await fetch(base + path);
  if (!response.ok) throw new Error(`${path} answers ${response.status}`);
  return response.json();
}
