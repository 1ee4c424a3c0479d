// SPDX-License-Identifier: Apache-2.0
// The service from outside the browser: what it refuses, and how.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { request } from 'node:http';
import { after, before, test } from 'node:test';

import { startService } from './program.mjs';

let service;
before(async () => {
  service = await startService();
});
after(() => service?.stop());

/** Paths go out as they are written: no client tidies "..". */
function ask(path, { method = 'GET', headers = {} } = {}) {
  const { hostname, port } = new URL(service.url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers }, (answer) => {
      const parts = [];
      answer.on('data', (bytes) => parts.push(bytes));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, text: Buffer.concat(parts).toString() }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

test('missing things are 404 with a problem in both languages', async () => {
  for (const path of ['/nothing', '/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/api/divisions/99999', '/tiles/30/0/0.mvt', '/tiles/1/5/0.mvt']) {
    const answer = await ask(path);
    assert.equal(answer.status, 404, path);
    assert.equal(answer.headers['content-type'], 'application/problem+json');
    const problem = JSON.parse(answer.text);
    assert.equal(problem.status, 404);
    assert.ok(problem.findings[0].en && problem.findings[0].zh);
  }
});

test('wrong questions are 400 and name the parameter', async () => {
  for (const [path, field] of [['/api/at?lon=x&lat=1', 'lon'], ['/api/at?lon=1', 'lat'], ['/api/at?lon=1&lat=91', 'lat'],
                               ['/api/search?q=a&limit=1000', 'limit'], ['/api/levels?on=2018-13-01', 'on'], ['/api/info?x=1', 'x'],
                               ['/?x=1', 'x']]) {
    const answer = await ask(path);
    assert.equal(answer.status, 400, path);
    assert.equal(JSON.parse(answer.text).findings[0].field, field, path);
  }
  assert.equal((await ask('/api/search?q=%ff')).status, 400);
  assert.equal((await ask('/%00')).status, 400);
});

test('only GET and HEAD, only our host, no other origin', async () => {
  assert.equal((await ask('/', { method: 'POST' })).status, 405);
  assert.equal((await ask('/', { method: 'DELETE' })).headers.allow, 'GET, HEAD');
  assert.equal((await ask('/', { headers: { host: 'evil.example' } })).status, 421);
  const page = await ask('/', { method: 'HEAD', headers: { origin: 'http://evil.example' } });
  assert.equal(page.status, 200);
  assert.equal(page.text, '');
  assert.equal(page.headers['access-control-allow-origin'], undefined);
  assert.match(page.headers['content-security-policy'], /default-src 'self'/);
  assert.equal(page.headers['x-content-type-options'], 'nosniff');
  assert.equal(page.headers['referrer-policy'], 'no-referrer');
});

test('what a client has already is not sent again', async () => {
  for (const path of ['/', '/app.js', '/api/info', '/tiles/8/127/89.mvt', '/style.json']) {
    const first = await ask(path, { headers: { 'accept-encoding': 'gzip' } });
    assert.equal(first.status, 200, path);
    const again = await ask(path, { headers: { 'accept-encoding': 'gzip', 'if-none-match': first.headers.etag } });
    assert.equal(again.status, 304, path);
    assert.equal(again.text, '');
  }
});

test('tiles go out as they are kept, or unpacked for those who cannot', async () => {
  const packed = await ask('/tiles/8/127/89.mvt', { headers: { 'accept-encoding': 'gzip' } });
  assert.equal(packed.headers['content-encoding'], 'gzip');
  assert.equal(packed.headers['content-type'], 'application/vnd.mapbox-vector-tile');
  const plain = await ask('/tiles/8/127/89.mvt');
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.match(plain.text, /divisions/);
});

test('a port in use is said so, with exit code 5', () => {
  const { port } = new URL(service.url);
  const second = spawnSync(service.program, [...service.parameters.slice(0, -1), port], { encoding: 'utf8' });
  assert.equal(second.status, 5);
  assert.match(second.stderr, new RegExp(`port ${port}`));
});
