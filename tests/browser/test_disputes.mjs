// SPDX-License-Identifier: Apache-2.0
// A mediator's map: the valley that two counties of the invented prefecture claim, from every viewpoint.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';

import { centre, changed, chromiumPath, look, openBrowser, openPage, settled, shoot } from './browser.mjs';
import { copyOf, run, serve } from './program.mjs';

const skip = chromiumPath ? false : 'no Chromium on this machine';
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const valley = '#13.3/31.23636/112.19583';
const number = '示例争-2019-01';
let service;
let browser;

before(async () => {
  if (skip) return;
  const { program, project, tiles, made } = copyOf('lanze');
  run(program, ['--project', project, '--author', 'mediator', 'dispute', 'view', number, 'CN', '--party', '990122', '--on', '2019-04-10']);
  run(program, ['--project', project, 'tiles', tiles, '--max-zoom', '13']);
  service = await serve(program, project, tiles, made);
  browser = await openBrowser();
});

after(async () => {
  if (skip) return;
  await browser?.close();
  await service?.stop();
});

async function onPage(act, options = {}, hash = valley) {
  const opened = await openPage(browser, service.url, options, hash);
  try {
    await act(opened.page);
    assert.deepEqual(opened.complaints, []);
    assert.deepEqual(opened.foreign, []);
  } finally {
    await opened.context.close();
  }
}

const panel = (page) => page.locator('#panel').innerText();

async function ask(page) {
  await page.mouse.click(...centre(page));
  await page.waitForSelector('#panel .versions');
}

test('contested ground: both parties alike, the dispute and its areas', { skip }, () => onPage(async (page) => {
  await shoot(page, 'dispute-neutral');
  await ask(page);
  const text = await panel(page);
  for (const word of ['Contested ground', '石笋沟谷地争议', 'In mediation', '棠川县 claims', '云岑县 claims', 'On the ground', 'km²'])
    assert.ok(text.includes(word), `${word} in ${text}`);
  assert.equal(await page.locator('#panel h2').innerText(), 'Contested ground');  // no party's division is above the other's
  assert.equal(await page.locator('#panel .versions li').count(), 3);
  assert.match(await page.locator('#views-note').innerText(), /without prejudice/);
  await shoot(page, 'dispute-panel');
}));

test('each viewpoint changes the map and who holds the ground', { skip }, () => onPage(async (page) => {
  await ask(page);
  const choice = page.getByLabel('Disputed ground as');
  assert.deepEqual(await choice.locator('option').allInnerTexts(),
                   ['Neutral: every claim', 'It is on the ground', '临岚区 claims', '棠川县 claims', '云岑县 claims', 'CN sees it']);
  const seen = new Set([(await look(page)).sum]);
  for (const [viewpoint, county] of [['status-quo', '云岑县'], ['claimed-by:990122', '棠川县'], ['claimed-by:990123', '云岑县'], ['seen-by:CN', '棠川县'], ['neutral', '']]) {
    const before = await look(page);
    await choice.selectOption(viewpoint);
    if (viewpoint === 'neutral') await page.waitForFunction(() => document.querySelector('#panel h2')?.textContent === 'Contested ground');
    else await page.waitForFunction((name) => document.querySelector('#panel .chain')?.textContent.includes(name), county);
    seen.add((await changed(page, before)).sum);
    assert.ok((await panel(page)).includes('石笋沟谷地争议'), `${viewpoint} tells of the dispute`);
    await shoot(page, `dispute-${viewpoint.replace(':', '-')}`);
  }
  assert.ok(seen.size >= 4, `${seen.size} different maps`);
}));

test('the switch works by keyboard, is announced, and the address keeps it', { skip }, () => onPage(async (page) => {
  const before = await look(page);
  await page.locator('#viewpoint').focus();
  await page.keyboard.press('ArrowDown');
  await changed(page, before);
  assert.equal(await page.locator('#status').innerText(), 'It is on the ground');
  assert.match(page.url(), /~status-quo/);
  await page.reload();
  await page.waitForSelector('html.drawn');
  assert.equal(await page.locator('#viewpoint').inputValue(), 'status-quo');
}));

test('in Chinese', { skip }, () => onPage(async (page) => {
  await ask(page);
  const text = await panel(page);
  for (const word of ['争议地区', '调解中', '棠川县主张', '云岑县主张', '实地现状', '争议总面积'])
    assert.ok(text.includes(word), `${word} in ${text}`);
  assert.ok((await page.locator('#viewpoint').innerText()).includes('中立'));
  await shoot(page, 'dispute-chinese');
}, { locale: 'zh-CN' }));

for (const [name, options] of Object.entries({ light: {}, dark: { colorScheme: 'dark' }, phone: { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true } }))
  test(`no barrier is found: ${name}`, { skip }, async () => {
    const { page, context } = await openPage(browser, service.url, { ...options, bypassCSP: true }, valley);
    await page.locator('#map').focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('#panel .versions');
    await settled(page);
    await shoot(page, `dispute-${name}`);
    await page.addScriptTag({ path: axe });
    const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
    assert.deepEqual(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`), []);
    await context.close();
  });
