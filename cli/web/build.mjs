// SPDX-License-Identifier: Apache-2.0
// node build.mjs <folder>: bundles the page, and beside it the licences of what went into the bundle.
import { build } from 'esbuild';
import { copyFile, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
if (!out) throw new Error('usage: node build.mjs <folder>');
await mkdir(out, { recursive: true });

const result = await build({
  absWorkingDir: here,
  entryPoints: { app: 'src/main.ts' },
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['chrome111', 'firefox113', 'safari16.4'],
  legalComments: 'none',
  metafile: true,
  outdir: out,
});
for (const file of ['index.html', 'icon.svg']) await copyFile(join(here, file), join(out, file));

const packages = new Set();
for (const output of Object.values(result.metafile.outputs))
  for (const [input, share] of Object.entries(output.inputs)) {
    const found = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(relative(here, join(here, input)));
    if (found && share.bytesInOutput > 0) packages.add(found[1]);
  }
let text = 'The map page of Merestone contains these packages.\n';
for (const name of [...packages].sort()) {
  const folder = join(here, 'node_modules', name);
  const about = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  text += `\n${'-'.repeat(78)}\n${name} ${about.version} (${about.license})\n\n`;
  text += file ? (await readFile(join(folder, file), 'utf8')).trim() + '\n' : '';
}
await writeFile(join(out, 'licences.txt'), text);
