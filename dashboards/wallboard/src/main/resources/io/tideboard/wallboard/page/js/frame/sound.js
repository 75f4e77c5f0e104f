// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// Two short tones. Silent until asked for; browsers let a page sound only once somebody has touched
// it, so it says whether it can.

const TONES = [
  { hertz: 660, at: 0 },
  { hertz: 495, at: 0.22 },
];
const SECONDS = 0.18;
const LOUDNESS = 0.2;

export class Sound {
  #context = null;
  on = false;

  /** Turns it on or off; asked for again, it tries again whether the browser lets it sound. */
  turn(on) {
    if (on === this.on && (!on || this.audible)) {
      return;
    }
    this.on = on;
    if (on) {
      this.#context ??= new AudioContext();
      this.#context.resume();
    } else {
      this.#context?.suspend();
    }
  }

  /** Whether a ring would be heard. */
  get audible() {
    return this.on && this.#context.state === "running";
  }

  ring() {
    if (this.audible) {
      TONES.forEach((tone) => this.#tone(tone));
    }
  }

  #tone({ hertz, at }) {
    const begin = this.#context.currentTime + at;
    const volume = this.#context.createGain();
    volume.gain.setValueAtTime(0, begin);
    volume.gain.linearRampToValueAtTime(LOUDNESS, begin + 0.02);
    volume.gain.linearRampToValueAtTime(0, begin + SECONDS);
    const tone = this.#context.createOscillator();
    tone.frequency.value = hertz;
    tone.connect(volume).connect(this.#context.destination);
    tone.start(begin);
    tone.stop(begin + SECONDS);
  }
}
