// Speaks lines aloud with the device's own voices. Loaded only when there is something to listen to; must not know what
// it is about. Nothing is said before a person asks, and nothing leaves the device.

/** How it stands, as host::Voice numbers it. */
const none = 1, silent = 2, speaking = 3;

const synth = globalThis.speechSynthesis;

/** The latest speech; what was begun before it has no word any more. */
let latest = 0;
/** Held here, or some browsers forget to say that they have ended. @type {SpeechSynthesisUtterance[]} */
let queue = [];

// Some devices speak only from within a press. Whoever listens has to press first, and this wakes their voice.
addEventListener('click', () => synth?.speak(new SpeechSynthesisUtterance('')), { once: true, capture: true });
addEventListener('pagehide', () => synth?.cancel());

/** The voices, which some browsers have only after a while. */
const voices = (async () => {
  if (!synth || synth.getVoices().length > 0) return;
  await new Promise((resolve) => {
    synth.addEventListener('voiceschanged', resolve, { once: true });
    setTimeout(resolve, 1500);
  });
})();

/** A voice on the device itself: others send the words to a server. @param {string} language */
function voiceFor(language) {
  const [tongue] = language.toLowerCase().split('-');
  const tagOf = (/** @type {SpeechSynthesisVoice} */ voice) => voice.lang.toLowerCase().replace('_', '-');
  const own = synth.getVoices().filter((voice) => {
    const tag = tagOf(voice);
    // Cantonese is Chinese too, but another language to the ear.
    return voice.localService && (tag.split('-')[0] === tongue || (tongue === 'zh' && tag.startsWith('cmn'))) && !/hk|yue/.test(tag);
  });
  return own.find((voice) => tagOf(voice) === language.toLowerCase()) ?? own.find((voice) => voice.default) ?? own[0];
}

/**
 * @param {string} language
 * @param {string} lines one utterance a line, each behind the digit of its speaker; '' to be silent
 * @param {boolean} slowly
 * @param {(voice: number, line: number) => void} voiced told how it stands, and which line is being spoken
 */
export async function speak(language, lines, slowly, voiced) {
  const own = ++latest;
  queue = [];
  synth?.cancel();
  await voices;
  if (own !== latest) return;
  const voice = synth && voiceFor(language);
  const end = (/** @type {number} */ state) => {
    if (own !== latest) return;
    latest += 1;
    voiced(state, -1);
  };
  if (!voice || lines === '') return end(voice ? silent : none);
  queue = lines.split('\n').map((line, index, all) => Object.assign(new SpeechSynthesisUtterance(line.slice(1)), {
    voice,
    lang: voice.lang,
    rate: slowly ? 0.7 : 1,
    pitch: line.startsWith('0') ? 1 : 0.75,
    onstart: () => own === latest && voiced(speaking, index),
    onend: () => index === all.length - 1 && end(silent),
    onerror: (/** @type {SpeechSynthesisErrorEvent} */ event) => {
      console.warn('The device could not speak:', event.error);
      end(event.error === 'canceled' || event.error === 'interrupted' ? silent : none);
    },
  }));
  queue.forEach((utterance) => synth.speak(utterance));
}
