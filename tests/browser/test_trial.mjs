// SPDX-License-Identifier: Apache-2.0
// A mediator drags a line through the valley that two counties claim, and sees what each would keep.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';

import { centre, chromiumPath, openBrowser, openPage, settled, shoot } from './browser.mjs';
import { copyOf, run, serve } from './program.mjs';

const skip = chromiumPath ? false : 'no Chromium on this machine';
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const valley = '#13.3/31.23636/112.19583';
const number = '示例争-2019-01';
let made;
let service;
let browser;

before(async () => {
  made = copyOf('lanze');
  run(made.program, ['--project', made.project, 'tiles', made.tiles, '--max-zoom', '12']);
  service = await serve(made.program, made.project, made.tiles, made.made, ['--office']);
  browser = skip ? undefined : await openBrowser();
});

after(async () => {
  await browser?.close();
  await service?.stop();
});

const ask = async (path) => {
  const answer = await fetch(new URL(path, service.url));
  return { status: answer.status, facts: await answer.json() };
};
const trial = `/api/trials/${encodeURIComponent(number)}`;
const inText = (path) => path.map(([lon, lat]) => `${lon.toFixed(7)},${lat.toFixed(7)}`).join('+');

test('the service measures a line as the command does', async () => {
  const { facts } = await ask(trial);
  assert.deepEqual(facts.parties.map((one) => one.division.code), ['990122', '990123']);
  assert.equal(facts.lines.filter((line) => line.kind === 'claim_a' || line.kind === 'claim_b').length, 2);
  const proposals = facts.lines.filter((line) => line.kind === 'proposal');
  assert.ok(proposals.length >= 6, `${proposals.length} proposals`);
  const said = JSON.parse(spawnSync(made.program, ['--project', made.project, '--json', 'dispute', 'proposals', number, '--compare'], { encoding: 'utf8', maxBuffer: 1e8 }).stdout);
  for (const line of proposals) {
    const { status, facts: figures } = await ask(`${trial}/figures?line=${inText(line.path)}`);
    assert.equal(status, 200, JSON.stringify(figures));
    const row = said.rows.find((one) => one.title.endsWith(line.title));
    assert.ok(row, `${line.title} among ${said.rows.map((one) => one.title)}`);
    // Seven decimals are a centimetre: over a valley that is less than a hundred square metres.
    for (const side of [0, 1]) assert.ok(Math.abs(figures.sides[side].keeps.area_m2.value - row.sides[side].keeps.area_m2.value) < 100);
    assert.deepEqual(figures.villages_moved.map((one) => one.name), row.villages_moved.map((one) => one.name));
  }
});

test('a line is answered while it is dragged', async () => {
  const { facts } = await ask(trial);
  const line = facts.lines.find((one) => one.kind === 'proposal');
  const times = [];
  for (let i = 0; i < 15; ++i) {
    const start = performance.now();
    const { status, facts: figures } = await ask(`${trial}/figures?line=${inText(line.path)}`);
    times.push(performance.now() - start);
    assert.equal(status, 200);
    assert.equal(figures.sides.length, 2);
  }
  times.sort((x, y) => x - y);
  console.log(`a line of ${line.path.length} positions: ${times[7].toFixed(1)} ms (median of 15), ${times[0].toFixed(1)} ms at best`);
});

test('a line that leaves the ground is refused with the reason; the public sees no trial', async () => {
  const { facts } = await ask(trial);
  const path = facts.lines.find((one) => one.kind === 'proposal').path.map(([lon, lat]) => [lon, lat]);
  path[Math.floor(path.length / 2)] = [path[0][0] + 1, path[0][1]];
  const { status, facts: problem } = await ask(`${trial}/figures?line=${inText(path)}`);
  assert.equal(status, 400);
  assert.match(problem.findings[0].rule, /^proposal\./);
  assert.ok(problem.findings[0].zh.length > 5);
  const open = await serve(made.program, made.project, made.tiles, undefined);
  assert.equal((await fetch(new URL(trial, open.url))).status, 404);
  assert.deepEqual(await (await fetch(new URL('/api/suitable', open.url))).json(), { available: false });
  assert.equal((await fetch(new URL('/api/suitable/990102', open.url))).status, 404);
  await open.stop();
});

async function begin(page) {
  await page.mouse.click(...centre(page));
  await page.waitForSelector('#panel .versions');
  await page.locator('#try').click();
  await page.waitForSelector('#trial .sides');
  await settled(page);
}

/** Where the line that can be dragged lies, about half-way: the pixels that have its colour. */
const held = (page) => page.evaluate(() => {
  const found = [];
  for (const canvas of document.querySelectorAll('#map canvas')) {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    for (let i = 0; i < data.length; i += 4)
      if (data[i] === 0x1f && data[i + 1] === 0x6f && data[i + 2] === 0x6b && data[i + 3] === 255) found.push([(i / 4) % canvas.width, Math.floor(i / 4 / canvas.width)]);
  }
  return found[Math.floor(found.length / 2)];
});

const shares = (page) => page.locator('#trial .sides tr').nth(2).innerText();

test('a line that takes a natural village to the other side says so, by name', { skip }, async () => {
  const { page, context } = await openPage(browser, service.url, {}, valley);
  await begin(page);
  const { facts } = await ask(trial);
  const told = await Promise.all(facts.lines.map(async (line, i) => ({ i, ...(await ask(`${trial}/figures?line=${inText(line.path)}`)).facts })));
  const moving = told.find((one) => one.needs_division_change), staying = told.find((one) => one.needs_division_change === false);
  assert.ok(moving && staying, 'the sample has lines of both kinds');
  const moved = page.locator('#trial-moved');
  for (const [of, flagged] of [[moving, true], [staying, false], [moving, true]]) {
    await page.locator('#trial-line').selectOption(String(of.i));
    await page.waitForFunction((wanted) => document.getElementById('trial-moved')?.classList.contains('disputed') === wanted, flagged);
  }
  assert.ok((await moved.innerText()).includes(moving.villages_moved[0].name));
  await context.close();
});

test('dragging the line changes the figures at once', { skip }, async () => {
  const opened = await openPage(browser, service.url, {}, valley);
  const { page } = opened;
  await begin(page);
  const text = await page.locator('#trial').innerText();
  for (const word of ['A line on trial', '棠川县', '云岑县', 'Natural villages', 'People', 'monuments']) assert.ok(text.includes(word), `${word} in ${text}`);
  await shoot(page, 'trial');
  const before = await shares(page);
  const at = await held(page);
  await page.mouse.move(at[0], at[1]);
  await page.mouse.down();
  await page.mouse.move(at[0] + 12, at[1] + 12, { steps: 6 });
  await page.mouse.up();
  await page.waitForFunction((old) => document.querySelectorAll('#trial .sides tr')[2].innerText !== old, before);
  await shoot(page, 'trial-dragged');
  const saved = page.waitForEvent('download');
  await page.locator('#trial-save').click();
  assert.equal((await saved).suggestedFilename(), 'line.geojson');
  const { geometry } = JSON.parse(readFileSync(await (await saved).path(), 'utf8'));
  assert.equal(geometry.type, 'LineString');
  const kept = await ask(`${trial}/figures?line=${inText(geometry.coordinates)}`);
  assert.equal(kept.status, 200);
  assert.ok((await shares(page)).includes((kept.facts.sides[0].share * 100).toFixed(1)), 'the file holds the line that the figures are of');
  await page.locator('#trial-line').selectOption('0');
  const { facts } = await ask(trial);
  const claim = await ask(`${trial}/figures?line=${inText(facts.lines[0].path)}`);
  assert.ok(claim.facts.sides[0].share > kept.facts.sides[0].share, 'no line gives a party more than its own claim');
  await page.waitForFunction((share) => document.querySelectorAll('#trial .sides tr')[2].innerText.includes(share), (claim.facts.sides[0].share * 100).toFixed(1));
  await page.keyboard.press('Escape');
  assert.ok(await page.locator('#trial').isHidden());
  assert.deepEqual(opened.complaints, []);
  assert.deepEqual(opened.foreign, []);
  await opened.context.close();
});

for (const [name, options] of Object.entries({ chinese: { locale: 'zh-CN' }, dark: { colorScheme: 'dark' }, phone: { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true } }))
  test(`no barrier is found: ${name}`, { skip }, async () => {
    const { page, context } = await openPage(browser, service.url, { ...options, bypassCSP: true }, valley);
    await begin(page);
    await shoot(page, `trial-${name}`);
    await page.addScriptTag({ path: axe });
    const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
    assert.deepEqual(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`), []);
    await context.close();
  });

test('a planner asks for ground for a cemetery, and the candidates show on the map with their rank', { skip }, async () => {
  const opened = await openPage(browser, service.url, {}, '#12/31.30239/112.12326');
  const { page } = opened;
  try {
    await page.mouse.click(...centre(page));
    await page.locator('#find-ground').click({ timeout: 60000 });
    await page.waitForSelector('#suitable-result tbody tr', { timeout: 60000 });
    const result = await page.locator('#suitable').innerText();
    assert.match(result, /ha/);
    assert.match(result, /could not be judged/);  // never without what is left open
    const name = await page.locator('#panel-title').innerText();
    assert.match(result, new RegExp(name));
    await page.locator('#suitable-result tbody tr button').first().click();
    await settled(page);
    await shoot(page, 'suitable');
    await page.locator('#suitable-clear').click();
    assert.equal(await page.locator('#suitable').isVisible(), false);
    assert.deepEqual(opened.complaints, []);
  } finally {
    await opened.context.close();
  }
});

test('an archive made for the office is not shown to everybody', () => {
  const office = made.tiles.replace('project.pmtiles', 'office.pmtiles');
  run(made.program, ['--project', made.project, 'tiles', office, '--max-zoom', '6', '--office']);
  const tried = spawnSync(made.program, ['--json', '--project', made.project, 'serve', '--tiles', office, '--port', '0'], { encoding: 'utf8', timeout: 60000 });
  assert.equal(tried.status, 2, tried.stderr);
  const said = JSON.parse(tried.stdout);
  assert.equal(said.findings[0].rule, 'service.office_archive');
  assert.match(said.findings[0].en, /--office/);
});
