// When a frame is drawn, and what the program is told of the window: size, density, scroll, pointer. Nothing is drawn, and no callback
// is waiting, while nothing changes.

/**
 * @typedef {object} Engine what the program offers (host/browser/bridge.cpp)
 * @property {(...values: number[]) => number} _portal_frame
 * @property {() => void} _portal_context_lost
 * @property {() => void} _portal_context_restored
 */

/**
 * @param {HTMLCanvasElement} canvas
 * @param {HTMLElement} page whose height is the content's
 */
export function makeScreen(canvas, page) {
  /** @type {Engine | null} */
  let engine = null;
  let waiting = false;
  const counts = { frames: 0 };
  const pointer = { x: -1, y: -1, down: false };
  const size = { width: 0, height: 0, deviceWidth: 0, deviceHeight: 0 };
  const touch = matchMedia('(pointer: coarse)');
  /** @type {() => void} */
  let firstDrawn = () => {};
  const drawn = new Promise((/** @type {(nothing: void) => void} */ resolve) => { firstDrawn = resolve; });

  const inset = (/** @type {string} */ side) => {
    probe.style.setProperty('height', `env(safe-area-inset-${side}, 0px)`);
    return probe.offsetHeight;
  };
  const probe = document.createElement('div');
  probe.style.cssText = 'position:fixed;visibility:hidden;width:0;pointer-events:none';
  document.body.append(probe);
  let safe = { top: 0, bottom: 0 };

  const measure = () => {
    const box = canvas.getBoundingClientRect();
    size.width = box.width;
    size.height = box.height;
    safe = { top: inset('top'), bottom: inset('bottom') };
  };

  const frame = (/** @type {number} */ time) => {
    waiting = false;
    if (!engine || size.deviceWidth === 0) return;
    counts.frames++;
    const again = engine._portal_frame(
      size.width, size.height, size.deviceWidth, size.deviceHeight, size.deviceWidth / size.width, window.scrollY, safe.top, safe.bottom,
      touch.matches ? 1 : 0, time / 1000, pointer.x, pointer.y, pointer.down ? 1 : 0);
    firstDrawn();
    if (again) wake();
  };

  const wake = () => {
    if (!waiting && engine) {
      waiting = true;
      requestAnimationFrame(frame);
    }
  };

  new ResizeObserver(([entry]) => {
    measure();
    size.deviceWidth = Math.round(size.width * devicePixelRatio);
    size.deviceHeight = Math.round(size.height * devicePixelRatio);
    // What the observer says is right to the pixel where rounding is not; but under an emulated density it is not in its pixels at all.
    const exact = entry.devicePixelContentBoxSize?.[0];
    if (exact && Math.abs(exact.inlineSize - size.deviceWidth) <= 2 && Math.abs(exact.blockSize - size.deviceHeight) <= 2) {
      size.deviceWidth = exact.inlineSize;
      size.deviceHeight = exact.blockSize;
    }
    wake();
  }).observe(canvas);
  // The same CSS size at another density (moved to another monitor, zoomed) is no resize for the observer everywhere.
  addEventListener('resize', () => {
    measure();
    size.deviceWidth = Math.round(size.width * devicePixelRatio);
    size.deviceHeight = Math.round(size.height * devicePixelRatio);
    wake();
  });
  addEventListener('scroll', wake, { passive: true });
  touch.addEventListener('change', wake);

  /** @param {PointerEvent} event */
  const at = (event) => {
    pointer.x = event.clientX;
    pointer.y = event.clientY;
    wake();
  };
  // Moving within one element changes nothing that is drawn: only entering another one wakes the program.
  addEventListener('pointerover', at, { passive: true });
  addEventListener('pointerdown', (event) => { pointer.down = true; at(event); }, { passive: true });
  for (const end of /** @type {const} */ (['pointerup', 'pointercancel'])) {
    addEventListener(end, (event) => { pointer.down = false; at(event); }, { passive: true });
  }
  document.documentElement.addEventListener('pointerleave', () => { pointer.x = pointer.y = -1; pointer.down = false; wake(); });

  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault(); // else it would never come back
    engine?._portal_context_lost();
  });
  canvas.addEventListener('webglcontextrestored', () => {
    engine?._portal_context_restored();
    wake();
  });

  return {
    wake,
    counts,
    /** Resolves when the first frame is on the canvas. */
    drawn,
    /** @param {Engine} started */
    run(started) {
      engine = started;
      measure();
      wake();
    },
    /** @param {number} height */
    setContentHeight(height) {
      page.style.setProperty('--content-height', `${height}px`);
    },
    /** @param {number} y */
    scrollTo(y) {
      window.scrollTo({ top: y, behavior: 'instant' });
    },
  };
}
