// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { centre, changed, chromiumPath, look, openBrowser, openPage, settled, shoot } from './browser.mjs';
import { startService } from './program.mjs';

const skip = chromiumPath ? false : 'no Chromium on this machine';
const angers = '#12/47.4716/-0.5520';
let service;
let browser;

before(async () => {
  if (skip) return;
  service = await startService();
  browser = await openBrowser();
});

after(async () => {
  if (skip) return;
  await browser.close();
  assert.equal(await service.stop(), 0, 'SIGTERM ends the service with exit code 0');
});

/** Runs `act` on a fresh page, and holds it to two promises: nothing went wrong, and nobody else was asked. */
async function onPage(act, options, hash) {
  const opened = await openPage(browser, service.url, options, hash);
  try {
    await act(opened.page);
    assert.deepEqual(opened.complaints, []);
    assert.deepEqual(opened.foreign, []);
  } finally {
    await opened.context.close();
  }
}

const panelTitle = (page) => page.locator('#panel-title').innerText();

test('the map draws, with title, day, legend, scale and the notice on generated data', { skip }, () => onPage(async (page) => {
  assert.ok((await look(page)).colours > 50);
  assert.match(await page.title(), /Merestone/);
  assert.match(await page.locator('#project').innerText(), /As of \d+ \w+ \d{4} · revision \d+/);
  assert.match(await page.locator('#scale').innerText(), /\d+ k?m/);
  assert.match(await page.locator('#sources').innerText(), /generated for demonstration/);
  const legend = await page.locator('#legend').innerText();
  for (const word of ['Department', 'Arrondissements', 'Communes', 'Flood', 'Landslide', 'Wildfire', 'Cemeteries']) assert.ok(legend.includes(word), word);
  await shoot(page, 'desk');
}));

test('hovering names what lies under the pointer', { skip }, () => onPage(async (page) => {
  await page.mouse.move(...centre(page));
  await page.waitForSelector('#tip:not([hidden])');
  assert.match(await page.locator('#tip').innerText(), /Angers\s+Commune · 49007/);
  await page.mouse.move(150, 80);
  await page.waitForSelector('#tip', { state: 'hidden' });
}, {}, angers));

test('a click tells the division, its superiors, its area, and lights it up', { skip }, () => onPage(async (page) => {
  const plain = await look(page);
  await page.mouse.click(...centre(page));
  await page.waitForSelector('#panel:not([hidden])');
  assert.equal(await panelTitle(page), 'Angers');
  const panel = await page.locator('#panel').innerText();
  for (const word of ['49007', 'Maine-et-Loire', 'Arrondissement', 'km²']) assert.ok(panel.includes(word), word);
  assert.match(panel, /Area\s+4[2-6]\.\d+ km²/);
  await changed(page, plain);
  assert.match(page.url(), /\/4:49007$/);
  await shoot(page, 'click');
  await page.locator('.chain button', { hasText: 'Maine-et-Loire' }).click();
  await page.waitForFunction(() => document.querySelector('#panel-title')?.textContent === 'Maine-et-Loire');
  await page.keyboard.press('Escape');
  await page.waitForSelector('#panel', { state: 'hidden' });
  assert.ok(!page.url().includes(':49'), 'the address forgets it');
}, {}, angers));

test('a cemetery tells what it is, and that it is not real', { skip }, () => onPage(async (page) => {
  await page.mouse.click(...centre(page));
  await page.waitForSelector('#panel .mark');
  const panel = await page.locator('#panel').innerText();
  assert.match(panel, /Angers \(demonstration\)/);
  assert.match(panel, /Capacity 2,050/);
  assert.match(panel, /generated for demonstration/);
}, {}, '#15/47.47125/-0.59913'));

test('the panel says who held a point on another day', { skip }, () => onPage(async (page) => {
  await page.mouse.click(...centre(page));
  await page.waitForSelector('#panel .held b');
  const now = await page.locator('#panel .held').innerText();
  await page.locator('.day input').fill('2018-06-01');
  await page.waitForFunction((before) => document.querySelector('#panel .held').innerText !== before, now);
  assert.match(await page.locator('#panel .held').innerText(), /Villevêque/);
}, {}, '#13/47.5610/-0.4230'));

test('search finds names without accents, by keyboard alone', { skip }, () => onPage(async (page) => {
  const plain = await look(page);
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'search');
  await page.keyboard.type('ecouflant');
  await page.waitForSelector('#results li[role=option]');
  const first = await page.locator('#results li').first().innerText();
  assert.match(first, /Écouflant\s+Commune · Angers, Maine-et-Loire/);
  assert.equal(await page.getAttribute('#search', 'aria-expanded'), 'true');
  assert.equal(await page.getAttribute('#search', 'aria-activedescendant'), 'result-0');
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.getAttribute('#search', 'aria-activedescendant'), 'result-1');
  await shoot(page, 'search');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#panel:not([hidden])');
  assert.equal(await panelTitle(page), 'Écouflant');
  await changed(page, plain);
  assert.ok(Number(page.url().split('#')[1].split('/')[0]) > 10.5, 'flown to');
}));

test('search finds communes that ended, and says where they went', { skip }, () => onPage(async (page) => {
  await page.fill('#search', 'louvaines');
  await page.waitForSelector('#results li.former');
  assert.match(await page.locator('#results li.former').first().innerText(), /Louvaines[\s\S]*2016[\s\S]*Segré-en-Anjou Bleu/);
  await page.locator('#results li.former').first().click();
  await page.waitForSelector('#panel:not([hidden])');
  assert.equal(await panelTitle(page), 'Louvaines');
  assert.match(await page.locator('#panel').innerText(), /Went to\s+Segré-en-Anjou Bleu/);
}));

test('search says when nothing has the name', { skip }, () => onPage(async (page) => {
  await page.fill('#search', 'xyzzy <b>');
  await page.waitForSelector('#results li.none');
  assert.match(await page.locator('#results').innerText(), /“xyzzy <b>”/);
  await page.keyboard.press('Escape');
  await page.waitForSelector('#results', { state: 'hidden' });
}));

test('every switch of the legend changes the map, and changes it back', { skip }, () => onPage(async (page) => {
  const names = await page.$$eval('[data-toggle]', (all) => all.map((one) => one.dataset.toggle));
  assert.deepEqual(names, ['level-2', 'level-3', 'level-4', 'names', 'hazards', 'facilities']);
  await settled(page);
  const whole = await look(page);
  for (const name of names) {
    await page.uncheck(`[data-toggle=${name}]`);
    const without = await changed(page, whole);
    await page.check(`[data-toggle=${name}]`);
    assert.equal((await changed(page, without)).sum, whole.sum, name);
  }
}));

test('the page speaks Chinese', { skip }, () => onPage(async (page) => {
  await page.click('#language');
  assert.equal(await page.getAttribute('html', 'lang'), 'zh-Hans');
  assert.equal(await page.getAttribute('#search', 'placeholder'), '搜索区划、地名、代码');
  assert.match(await page.locator('#legend').innerText(), /灾害风险区/);
  assert.match(await page.locator('#sources').innerText(), /演示/);
  await page.mouse.click(...centre(page));
  await page.waitForSelector('#panel:not([hidden])');
  assert.match(await page.locator('#panel').innerText(), /市镇\s+Angers[\s\S]*代码\s+49007/);
  await shoot(page, 'chinese');
  await page.reload();
  await page.waitForSelector('html.drawn');
  assert.equal(await page.getAttribute('html', 'lang'), 'zh-Hans', 'kept for the next visit');
}, {}, angers));

test('a Chinese browser is greeted in Chinese', { skip }, () => onPage(async (page) => {
  assert.equal(await page.getAttribute('html', 'lang'), 'zh-Hans');
}, { locale: 'zh-CN' }));

test('the map is driven by keys, and Enter asks what lies under the cross', { skip }, () => onPage(async (page) => {
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'map');
  assert.ok(await page.isVisible('#crosshair'));
  await page.keyboard.press('Enter');
  await page.waitForSelector('#panel:not([hidden])');
  assert.equal(await panelTitle(page), 'Angers');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'panel');
  await page.keyboard.press('Escape');
  await page.waitForSelector('#panel', { state: 'hidden' });
  assert.equal(await page.evaluate(() => document.activeElement.id), 'map');
  const address = page.url();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction((was) => location.href !== was, address);
}, {}, angers));

test('the address brings back place and division', { skip }, () => onPage(async (page) => {
  await page.waitForSelector('#panel:not([hidden])');
  assert.equal(await panelTitle(page), 'Cholet');
  assert.match(page.url(), /#9\.50\/47\.\d+\/-0\.\d+\/3:492$/);
}, {}, '#9.5/47.3/-0.6/3:492'));

test('it works on a phone', { skip }, () => onPage(async (page) => {
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await shoot(page, 'phone');
  await page.touchscreen.tap(...centre(page));
  await page.waitForSelector('#panel:not([hidden])');
  assert.equal(await panelTitle(page), 'Angers');
  const { y } = await page.locator('#panel').boundingBox();
  assert.ok(y > 300, 'the panel leaves the map in view');
  await shoot(page, 'phone-panel');
  await page.locator('#panel .close').click();
  await page.locator('#legend-title').click();
  assert.ok(await page.isVisible('[data-toggle=hazards]'));
}, { viewport: { width: 390, height: 800 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true }, angers));

test('it follows a dark desk', { skip }, () => onPage(async (page) => {
  const [paper, text] = await page.evaluate(() => {
    const style = getComputedStyle(document.body);
    return [style.backgroundColor, style.color].map((colour) => colour.match(/\d+/g).map(Number).reduce((a, b) => a + b));
  });
  assert.ok(paper < 120 && text > 600);
  await shoot(page, 'dark');
}, { colorScheme: 'dark' }));
