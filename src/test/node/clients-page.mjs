/*
 * Runs the JavaScript of docs/clients.md, each block as a program of its own, and compares what it
 * prints with its last line. Only the name of the package differs: it is installed here as "sdk5".
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const page = await readFile(new URL('../../../docs/clients.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code]) => code);

test('the page has its blocks', () => {
  assert.equal(blocks.length, 3);
});

for (const [at, block] of blocks.entries()) {
  const prints = block.match(/^\/\/ prints: (.*)$/m)[1];

  test(`block ${at + 1} prints ${prints}`, async () => {
    const program = new URL(`node_modules/.clients-page-${at}.mjs`, import.meta.url);
    await writeFile(program, block.replaceAll("'@beeper/desktop-api'", "'sdk5'"));
    try {
      const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(program)], { timeout: 60_000 });

      assert.ok(stdout.split('\n').includes(prints), stdout);
    } finally {
      await rm(program);
    }
  });
}
