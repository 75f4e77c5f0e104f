// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// Numbers and times as people read them.

/** Where there is no data there is a dash, never a zero. */
export const NOTHING = "–";

export function count(n) {
  return n == null ? NOTHING : String(n).replace(/\B(?=(\d{3})+$)/g, "\u202f");
}

/** A ratio in whole per cent, without the sign. Rounded down: 80 is shown when 80 is reached. */
export function percent(ratio) {
  return ratio == null ? NOTHING : String(Math.floor(ratio * 100 + 1e-6));
}

/** A ratio in per cent with one decimal, without the sign. */
export function permille(ratio) {
  return ratio == null ? NOTHING : (ratio * 100).toFixed(1);
}

/** A duration as { text, unit }: minutes and seconds, from an hour on hours and minutes. */
export function duration(seconds) {
  if (seconds == null) {
    return { text: NOTHING, unit: "" };
  }
  const whole = Math.floor(seconds);
  return whole < 3600
    ? { text: pair(Math.floor(whole / 60), whole % 60), unit: "" }
    : { text: pair(Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)), unit: "h" };
}

/** A threshold: "20 s", "5 min", "2 h". */
export function span(seconds) {
  if (seconds % 3600 === 0 && seconds > 0) {
    return `${seconds / 3600} h`;
  }
  return seconds % 60 === 0 && seconds > 60 ? `${seconds / 60} min` : `${seconds} s`;
}

export function age(seconds) {
  return seconds < 10 ? `${Math.max(0, seconds).toFixed(1)} s old` : `${Math.floor(seconds)} s old`;
}

function pair(left, right) {
  return `${left}:${String(right).padStart(2, "0")}`;
}

/** A duration as one text: "0:52", "2:10 h". */
export function durationText(seconds) {
  const { text, unit } = duration(seconds);
  return unit ? `${text} ${unit}` : text;
}

/** A ratio as one text: "82 %". */
export function percentText(ratio) {
  return ratio == null ? NOTHING : `${percent(ratio)} %`;
}

/** A ratio with one decimal as one text: "3.1 %". */
export function permilleText(ratio) {
  return ratio == null ? NOTHING : `${permille(ratio)} %`;
}

/** Contacts that are expected are whole ones. */
export function rounded(n) {
  return n == null ? NOTHING : count(Math.round(n));
}

/** A difference always has its sign: "+9 %". */
export function signed(n, unit = "") {
  if (n == null) {
    return NOTHING;
  }
  const sign = n > 0 ? "+" : n < 0 ? "−" : "±";
  return `${sign}${String(Math.abs(n))}${unit && " " + unit}`;
}

const clocks = new Map();

/** The time of day in a time zone: "14:37", with seconds "14:37:05". */
export function timeOfDay(millis, timeZone, seconds = false) {
  const key = `${timeZone}/${seconds}`;
  if (!clocks.has(key)) {
    const second = seconds ? "2-digit" : undefined;
    clocks.set(key, new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", second }));
  }
  return clocks.get(key).format(millis);
}

/** The date in a time zone: "2 Mar 2026". */
export function date(millis, timeZone) {
  return new Date(millis).toLocaleDateString("en-GB", { timeZone, day: "numeric", month: "short", year: "numeric" });
}
