// The layers of app/ as a test: an include that points the wrong way fails here, with its file and line.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { wrongIncludes } from './layers.mjs';

const app = fileURLToPath(new URL('../../app', import.meta.url));

/** @param {string} folder @returns {string[]} */
function sourcesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesBelow(path);
    return /\.(cpp|h)$/.test(entry.name) ? [path] : [];
  });
}

test('every include in app/ points to its own layer or to one before it', () => {
  const files = sourcesBelow(app).map((path) => ({ path: relative(app, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
  assert.ok(files.length > 0);
  assert.deepEqual(wrongIncludes(files), []);
});

test('an include that points the wrong way is found, with its line', () => {
  for (const [path, include, sentence] of [
    ['base/utf8.cpp', '"course/lesson.h"', 'base must not include course/lesson.h'],
    ['course/pack.cpp', '"learning/event.h"', 'course must not include learning/event.h'],
    ['ui/theme.cpp', '"course/lesson.h"', 'ui must not include course/lesson.h'],
    ['activities/sort.cpp', '"portal/portal.h"', 'activities must not include portal/portal.h'],
    ['activities/sort.cpp', '"screens/home.h"', 'activities must not include screens/home.h'],
    ['host/store.h', '"host/browser/store.h"', 'host must not include host/browser/store.h'],
    ['host/browser/store.cpp', '"screens/home.h"', 'host/browser must not include screens/home.h'],
    ['host/browser/store.cpp', '"host/desktop/store.h"', 'host/browser must not include host/desktop/store.h'],
    ['screens/home.cpp', '"host/browser/store.h"', 'screens must not include host/browser/store.h'],
    ['learning/exam.cpp', '"../course/item.h"', 'includes are named from app/ on (../course/item.h)'],
    ['elsewhere/thing.cpp', '<vector>', 'elsewhere is no layer'],
  ]) {
    const found = wrongIncludes([{ path, text: `// why\n#include ${include}\n` }]);
    assert.equal(found.length, 1, `${path} ${include}: ${found}`);
    assert.ok(found[0].includes(sentence), found[0]);
  }
});

test('the plain layers know neither ImGui nor SDL nor Emscripten nor the machine', () => {
  for (const layer of ['base', 'course', 'learning', 'records']) {
    for (const header of ['<imgui.h>', '"imgui_internal.h"', '<SDL.h>', '<SDL2/SDL.h>', '<emscripten.h>', '<emscripten/html5.h>', '<GLES3/gl3.h>', '<random>', '<iostream>']) {
      const found = wrongIncludes([{ path: `${layer}/x.cpp`, text: `#include ${header}\n` }]);
      assert.equal(found.length, 1, `${layer} ${header}`);
    }
  }
});

test('what is allowed is let through', () => {
  assert.deepEqual(
    wrongIncludes([
      { path: 'ui/theme.cpp', text: '#include "ui/theme.h"\n#include "base/result.h"\n#include <imgui.h>\n#include <vector>\n' },
      { path: 'activities/sort.cpp', text: '#include "portal/stage.h"\n#include "ui/type.h"\n' },
      { path: 'host/browser/store.cpp', text: '#include "host/store.h"\n#include <emscripten.h>\n' },
      { path: 'course/pack.cpp', text: '#include "base/result.h"\n#include <nlohmann/json.hpp>\n' },
      { path: 'main.cpp', text: '#include "host/browser/store.h"\n#include "screens/home.h"\n#include <emscripten.h>\n' },
      { path: 'tools/coursec/main.cpp', text: '#include "course/pack.h"\n#include <fstream>\n' },
    ]),
    [],
  );
});
