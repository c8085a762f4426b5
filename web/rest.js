// Notices when nobody has touched anything for a while. Loaded when a browser is set to lock itself; knows nothing of what a lock is.

const warning = 30_000; // ms before the end

/**
 * @param {(seconds: number) => void} tell 30: nobody seems to be there, and so many seconds are left; 0: they are over; −1: somebody is
 *   there after all
 * @returns {(minutes: number) => void} sets after how many minutes it is over; 0: never
 */
export function makeRest(tell) {
  let limit = 0, last = Date.now(), timer = 0, warned = false;

  const look = () => {
    clearTimeout(timer);
    timer = 0;
    if (limit === 0) return;
    last = Math.min(last, Date.now()); // the clock was set back
    const left = last + limit - Date.now();
    if (left <= 0) {
      warned = false;
      tell(0);
      return;
    }
    if (left <= warning && !warned) {
      warned = true;
      tell(warning / 1000);
    }
    timer = window.setTimeout(look, left > warning ? left - warning : left);
  };
  // Who is busy in one tab is there for all of them.
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel('service-academy.rest') : null;
  let told = 0;
  const touched = () => {
    last = Date.now();
    const was = warned;
    warned = false;
    if (was) tell(-1);
    if (was || timer === 0) look();
  };
  const touchedHere = () => {
    touched();
    if (Math.abs(last - told) < 1000) return;
    told = last;
    channel?.postMessage(0);
  };
  channel?.addEventListener('message', touched);
  for (const event of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart']) {
    addEventListener(event, touchedHere, { capture: true, passive: true });
  }
  // A computer that slept wakes with its timers late.
  document.addEventListener('visibilitychange', () => { if (timer !== 0) look(); });

  return (minutes) => {
    limit = minutes * 60_000;
    last = Date.now();
    look();
  };
}
