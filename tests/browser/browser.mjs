// SPDX-License-Identifier: Apache-2.0
// Chromium of the machine, cut off from every host but ours, and what all tests ask of a page.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

export const chromiumPath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => path && existsSync(path));

/** Far longer than anything takes on a machine at rest: a test fails because of what it sees, not of when. */
const patience = 120_000;
const shots = process.env.MERESTONE_SHOTS ?? '';

export async function openBrowser() {
  return chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-default-apps',
           '--disable-sync', '--no-first-run', '--force-color-profile=srgb', '--disable-dev-shm-usage'],
  });
}

/** A page and what it complained of; `foreign` are requests to other hosts. */
export async function openPage(browser, url, options = {}, hash = '') {
  const context = await browser.newContext({ viewport: { width: 1360, height: 860 }, locale: 'en-GB', reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const complaints = [];
  const foreign = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !/willReadFrequently/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`${request.url()}: ${request.failure()?.errorText}`);
  });
  page.on('request', (request) => {
    if (new URL(request.url()).host !== new URL(url).host) foreign.push(request.url());
  });
  await page.goto(url + hash);
  await page.waitForSelector('html.drawn');
  await settled(page);
  return { page, context, complaints, foreign };
}

export async function shoot(page, name) {
  if (!shots) return;
  await settled(page);
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`) });
}

/** How many different colours the map shows, and a sum that changes with any pixel. */
export function look(page) {
  return page.evaluate(() => {
    const colours = new Set();
    let sum = 0;
    for (const canvas of document.querySelectorAll('#map canvas')) {
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      for (let i = 0; i < data.length; i += 4) {
        const colour = data[i] * 0x1000000 + data[i + 1] * 0x10000 + data[i + 2] * 0x100 + data[i + 3];
        if (i % 64 === 0) colours.add(colour);
        sum = (sum * 31 + colour) % 2147483647;
      }
    }
    return { colours: colours.size, sum };
  });
}

/** Waits until the map has drawn all that it was asked for. A busy machine may take its time. */
export async function settled(page) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.waitForFunction(() => document.documentElement.classList.contains('still'));
}

/** Waits until the map looks different from `before` and rests. */
export async function changed(page, before) {
  const end = Date.now() + patience;
  for (;;) {
    await settled(page);
    const now = await look(page);
    if (now.sum !== before.sum && now.sum === (await look(page)).sum) return now;
    if (Date.now() > end) throw new Error('the map did not change');
  }
}

export const centre = (page) => {
  const { width, height } = page.viewportSize();
  return [width / 2, height / 2];
};
