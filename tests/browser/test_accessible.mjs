// SPDX-License-Identifier: Apache-2.0
// WCAG 2.2 A and AA as far as a machine can judge it (axe-core): light, dark, Chinese, phone, with the panel open.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';

import { chromiumPath, openBrowser, openPage, settled } from './browser.mjs';
import { startService } from './program.mjs';

const skip = chromiumPath ? false : 'no Chromium on this machine';
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
let service;
let browser;

before(async () => {
  if (skip) return;
  service = await startService();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await service?.stop();
});

const looks = {
  light: {},
  dark: { colorScheme: 'dark' },
  chinese: { locale: 'zh-CN' },
  phone: { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true },
};

for (const [name, options] of Object.entries(looks))
  test(`no barrier is found: ${name}`, { skip }, async () => {
    const { page, context } = await openPage(browser, service.url, { ...options, bypassCSP: true }, '#9.5/47.45/-0.55/4:49007');
    await page.waitForSelector('#panel:not([hidden])');
    if (name !== 'phone') {
      await page.fill('#search', 'saint');
      await page.waitForSelector('#results li[role=option]');
    }
    await settled(page);
    await page.addScriptTag({ path: axe });
    const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
    assert.deepEqual(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`), []);
    await context.close();
  });
