// SPDX-License-Identifier: Apache-2.0
// The invented prefecture on the page: Chinese names, the valley in dispute, a township that came from another county.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { centre, chromiumPath, look, openBrowser, openPage, shoot } from './browser.mjs';
import { startService } from './program.mjs';

const skip = chromiumPath ? false : 'no Chromium on this machine';
let service;
let browser;

before(async () => {
  if (skip) return;
  service = await startService('lanze');
  browser = await openBrowser();
});

after(async () => {
  if (skip) return;
  await browser.close();
  await service.stop();
});

async function onPage(act, hash) {
  const opened = await openPage(browser, service.url, {}, hash);
  try {
    await act(opened.page);
    assert.deepEqual(opened.complaints, []);
    assert.deepEqual(opened.foreign, []);
  } finally {
    await opened.context.close();
  }
}

test('the page says that the prefecture is invented', { skip }, () => onPage(async (page) => {
  assert.ok((await look(page)).colours > 50);
  assert.match(await page.locator('#project').innerText(), /岚泽市（示例，虚构）/);
  assert.match(await page.locator('#sources').innerText(), /invented for demonstration/);
  await shoot(page, 'prefecture');
}));

test('the situation on the ground in the valley: one county holds it', { skip }, () => onPage(async (page) => {
  await page.mouse.click(...centre(page));
  await page.waitForSelector('#panel:not([hidden])');
  const panel = await page.locator('#panel').innerText();
  for (const word of ['石笋沟镇', '云岑县', '岚泽市']) assert.ok(panel.includes(word), `${word} in ${panel}`);
  await shoot(page, 'valley');
}, '#14/31.23636/112.19583/~status-quo'));

test('a township that came from another county', { skip }, () => onPage(async (page) => {
  await page.mouse.click(...centre(page));
  await page.waitForSelector('#panel .held b');
  assert.match(await page.locator('#panel').innerText(), /临岚区/);
  await page.locator('.day input').fill('2010-01-01');
  await page.waitForFunction(() => document.querySelector('#panel .held').innerText.includes('云岑县'));
}, '#13/31.30239/112.12326'));

test('stones of the lines are on the map; one that is missing says so', { skip }, () => onPage(async (page) => {
  const legend = await page.locator('#legend-body').innerText();
  assert.match(legend, /Township level\s+40/);
  assert.match(legend, /Monuments\s+20/);
  assert.match(legend, /missing\s+1/);
  await page.mouse.click(...centre(page));
  await page.waitForSelector('#panel .mark');
  const panel = await page.locator('#panel').innerText();
  assert.match(panel, /Monument 2123009Q/);
  assert.match(panel, /missing/);
  await shoot(page, 'monument');
}, '#15/31.2540430/112.1459200'));
