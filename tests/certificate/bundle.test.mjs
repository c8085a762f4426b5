// The certificate's code as a browser gets it: bundled without eval, without Node's modules, and still able to work.

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { certificateAliases } from '../../web/tools/certificate-bundle.mjs';
import { certificateOf, openFonts, root, textOf } from './samples.mjs';

const esbuild = createRequire(join(root, 'web/package.json'))('esbuild');

it('bundles for a page with a strict content security policy', async () => {
  const result = await esbuild.build({
    entryPoints: [join(root, 'web/certificate.js')], bundle: true, format: 'esm', platform: 'browser', target: 'es2021', minify: true,
    alias: certificateAliases, write: false, logLevel: 'silent',
  });
  const [file] = result.outputFiles;
  assert.deepEqual(result.warnings, []);
  assert.doesNotMatch(file.text, /\beval\s*\(|\bnew Function\b|[^.\w$]Function\s*\(["'`]/);
  const compressed = brotliCompressSync(file.contents).length;
  assert.ok(compressed < 150_000, `${compressed} bytes`);

  const folder = join(root, 'build/certificate-bundle');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'certificate.mjs');
  writeFileSync(path, file.contents);
  const { makeCertificate } = await import(pathToFileURL(path).href);
  const pdf = await makeCertificate(certificateOf('zh-CN', '欧阳𠮷'), await openFonts());
  assert.ok(textOf(pdf).includes('欧阳𠮷'));
});
