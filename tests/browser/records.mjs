// Completion records for tests, as a browser of the academy writes them.

import { course } from './course.mjs';

/**
 * A completion record as a browser of the academy writes it.
 * @param {number} number @param {string} name @param {{ department?: string, status?: string, score?: number, day?: string, events?: number }} [about]
 */
export function recordOf(number, name, { department = '客服一部', status = 'completed', score = 90, day = '2026-10-12', events = 40 } = {}) {
  const at = `${day}T03:00:00.000Z`;
  const begun = status !== 'not-started';
  const achieved = (/** @type {string} */ id, /** @type {string} */ title) => ({
    id, title, contentVersion: course.version ?? '1', status, lessonsFinished: begun ? 3 : 0, lessonsInAll: 3, secondsActive: 600,
    ...(begun ? { started: `${day}T01:00:00.000Z` } : {}), ...(status === 'completed' ? { finished: at } : {}),
    attempts: begun ? 1 : 0, passMark: 80, ...(begun ? { score, scored: at, passed: score >= 80 } : {}),
  });
  return {
    format: 'service-academy/completion-record', version: 1,
    learner: { id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`, name, number: `K${number}`, department },
    course: achieved(course.id, '服务学苑'),
    modules: [{ ...achieved(course.modules[0].id, '模块一'), objectives: [] }],
    evidence: { events, ...(begun ? { until: at } : {}) },
  };
}
