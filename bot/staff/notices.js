// The bell: its count is kept fresh, and what is urgent is heard.

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

if (bell) {
  const source = new EventSource(bell.dataset.noticeEvents);
  source.addEventListener("notices", (event) => show(JSON.parse(event.data)));
  addEventListener("pagehide", () => source.close());
}
