// In place of the service worker while lessons are previewed: what authors see must come from their files. Keeps nothing, and leaves at once.

addEventListener('install', () => /** @type {any} */ (self).skipWaiting());
addEventListener('activate', (event) => /** @type {any} */ (event).waitUntil(/** @type {any} */ (self).registration.unregister()));
