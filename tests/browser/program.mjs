// SPDX-License-Identifier: Apache-2.0
// The real program at work for the length of a test run: a demo project, its tiles, and `merestone serve`.
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const patience = 120_000;

export function run(program, parameters) {
  const done = spawnSync(program, parameters, { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${program} ${parameters.join(' ')}\nended with ${done.status}\n${done.stdout}${done.stderr}`);
}

/** Starts the service of one of the demo's projects. MERESTONE names the program; MERESTONE_DEMO a folder with a demo made before (else one is made). */
export async function startService(sample = 'maine-et-loire') {
  if (process.env.MERESTONE_URL) return { url: process.env.MERESTONE_URL, program: 'false', parameters: [], stop: async () => 0 };
  const program = process.env.MERESTONE;
  if (!program) throw new Error('MERESTONE must name the program to test');
  let folder = process.env.MERESTONE_DEMO;
  let made;
  if (!folder) {
    folder = made = mkdtempSync(join(tmpdir(), 'merestone-browser-'));
    run(program, ['demo', folder, '--no-serve']);
  }
  const [project, tiles] = [`${sample}.sqlite`, `${sample}.pmtiles`].map((name) => join(folder, name));
  for (const file of [project, tiles]) if (!existsSync(file)) throw new Error(`the demo has made no ${file}`);

  // The map of the sample with records is drawn for the office, which an archive tells.
  return serve(program, project, tiles, made, sample === 'lanze' ? ['--office'] : []);
}

/** A project of the demo, copied so that a test may write to it; `made` is the folder to take away in the end. */
export function copyOf(sample) {
  const made = mkdtempSync(join(tmpdir(), 'merestone-browser-'));
  const folder = process.env.MERESTONE_DEMO ?? made;
  if (!process.env.MERESTONE_DEMO) run(process.env.MERESTONE, ['demo', made, '--no-serve']);
  const project = join(made, 'project.sqlite');
  copyFileSync(join(folder, `${sample}.sqlite`), project);
  return { program: process.env.MERESTONE, project, tiles: join(made, 'project.pmtiles'), made };
}

/** `merestone serve` until it is stopped; then `made`, when given, is taken away. */
export async function serve(program, project, tiles, made, more = []) {
  const parameters = ['--project', project, 'serve', '--tiles', tiles, '--port', '0', ...more];
  const child = spawn(program, parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`no address after ${patience} ms: ${said}`)), patience);
    child.stdout.on('data', (bytes) => {
      said += bytes;
      const found = /http:\/\/[0-9.]+:\d+\//.exec(said);
      if (!found) return;
      clearTimeout(timer);
      resolve(found[0]);
    });
    child.on('exit', (code) => reject(new Error(`the service ended with ${code} before it was ready: ${said}`)));
  });

  return {
    url,
    program,
    parameters,
    /** Ends it as a person would, and gives its exit code. */
    async stop() {
      const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve(code ?? signal)));
      child.kill('SIGTERM');
      const code = await ended;
      if (made) rmSync(made, { recursive: true, force: true });
      return code;
    },
  };
}
