// The bell: its count is kept fresh, what is urgent is heard, and what a session showed goes with it.

const bell = document.querySelector("[data-notice-events]");

// Browsers let a page make sounds only after its reader did something.
let audio = null;
const wake = () => {
  audio ??= new AudioContext();
  audio.resume();
};
for (const gesture of ["pointerdown", "keydown"]) {
  addEventListener(gesture, wake, { once: true });
}

// Frequency in hertz, start and length in seconds.
const TUNES = {
  urgent: [
    [660, 0, 0.15],
    [660, 0.25, 0.15],
  ],
  emergency: [
    [880, 0, 0.2],
    [587, 0.22, 0.2],
    [880, 0.44, 0.2],
    [587, 0.66, 0.3],
  ],
};

const play = (tune) => {
  for (const [frequency, start, length] of TUNES[tune]) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    const at = audio.currentTime + start;
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0.2, at);
    volume.gain.exponentialRampToValueAtTime(0.001, at + length);
    tone.connect(volume).connect(audio.destination);
    tone.start(at);
    tone.stop(at + length);
  }
};

const show = ({ unseen, label, sound }) => {
  bell.textContent = label;
  bell.classList.toggle("unseen", unseen > 0);
  if (sound && audio?.state === "running") play(sound);
};

const isChanged = ({ value, defaultValue }) => value !== defaultValue;

// Somebody who is writing stays: what they wrote is given back once they have signed in again.
const leave = () => {
  if ([...document.querySelectorAll("textarea")].some(isChanged)) return;
  location.assign(location.href);
};

if (bell) {
  const source = new EventSource(bell.dataset.noticeEvents);
  source.addEventListener("notices", (event) => show(JSON.parse(event.data)));
  source.addEventListener("ended", () => {
    source.close();
    leave();
  });
  addEventListener("pagehide", () => source.close());
}
