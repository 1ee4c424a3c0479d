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

/** `refusals`: answers that the browser itself complains of, where the test provokes them. */
async function onPage(act, hash, refusals = /^$/) {
  const opened = await openPage(browser, service.url, {}, hash);
  try {
    await act(opened.page);
    assert.deepEqual(opened.complaints.filter((one) => !refusals.test(one)), []);
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
  assert.match(legend, /Monuments\s+18/);
  assert.match(legend, /missing\s+1/);
  await page.mouse.click(...centre(page));
  await page.waitForSelector('#panel .mark');
  const panel = await page.locator('#panel').innerText();
  assert.match(panel, /Monument 2123009Q/);
  assert.match(panel, /missing/);
  await shoot(page, 'monument');
}, '#15/31.2540430/112.1459200'));

test('what if: a planner draws an area and sees who lies in it, by county, then by township', { skip }, () => onPage(async (page) => {
  await page.waitForSelector('#what-if:not([hidden])');
  await page.locator('#what-if-area').click();
  await page.waitForSelector('#what-if-hint');
  const [x, y] = centre(page);
  for (const [dx, dy] of [[-90, -70], [90, -70], [90, 70]]) await page.mouse.click(x + dx, y + dy, { delay: 20 });
  await page.mouse.dblclick(x - 90, y + 70);
  await page.waitForSelector('#what-if-result tfoot');
  const figures = await page.locator('#what-if-result').innerText();
  assert.match(figures, /岚泽市|临岚区|云岑县|棠川县/);
  assert.match(figures, /All together/);
  assert.match(figures, /villages/);
  assert.match(figures, /Left open: /);
  assert.equal(await page.locator('#panel').isHidden(), true);  // the clicks of a drawing ask for nothing else
  const people = async () => (await page.locator('#what-if-result tfoot td').first().innerText()).replace(/,/g, '');
  const together = await people();
  assert.ok(Number(together) > 0, together);
  await shoot(page, 'what-if');
  const rows = await page.locator('#what-if-result tbody tr').count();
  await page.locator('#what-if-level').selectOption({ index: (await page.locator('#what-if-level option').count()) - 1 });
  await page.waitForFunction((before) => document.querySelectorAll('#what-if-result tbody tr').length > before, rows);
  assert.equal(await people(), together);  // the parts are the whole
  await page.locator('#what-if-clear').click();
  assert.equal(await page.locator('#what-if-result').count(), 0);
}, '#11/31.29/112.05'));

test('what if: a track reaches as far as is said, and a crossed outline is refused with its reason', { skip }, () => onPage(async (page) => {
  await page.waitForSelector('#what-if:not([hidden])');
  const [x, y] = centre(page);
  await page.locator('#what-if-track').click();
  await page.mouse.click(x - 80, y, { delay: 20 });
  await page.mouse.dblclick(x + 80, y + 30);
  await page.waitForSelector('#what-if-result tfoot');
  const area = async () => Number((await page.locator('#what-if-result tfoot td').nth(1).innerText()).replace(/[^0-9.]/g, ''));
  const narrow = await area();
  await page.locator('#what-if-reach').fill('3000');
  await page.locator('#what-if-reach').press('Enter');
  await page.waitForFunction((before) => Number(document.querySelector('#what-if-result tfoot td:nth-child(3)').innerText.replace(/[^0-9.]/g, '')) > before * 2, narrow);
  await page.locator('#what-if-area').click();
  for (const [dx, dy] of [[-80, -60], [80, 60], [80, -60]]) await page.mouse.click(x + dx, y + dy, { delay: 20 });
  await page.mouse.dblclick(x - 80, y + 60);
  await page.waitForSelector('#what-if-refusal');
  assert.match(await page.locator('#what-if-refusal').innerText(), /not valid/);
  assert.equal(await page.locator('#what-if-result').count(), 0);
}, '#11/31.29/112.05', /status of 400/));
