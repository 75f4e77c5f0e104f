// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// Server-sent events out of the body of an answer. The browser's own EventSource can neither send a
// token nor tell why it was refused.

/** Tells every event as (name, data, id), and every sign of life; ends with the body. */
export async function readEvents(body, { told, alive }) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let begun = [];
  let fields = {};
  for (;;) {
    const { value, done } = await reader.read();
    if (done) {
      return;
    }
    alive();
    // A snapshot is one line in many pieces: it is put together once, at its end.
    const pieces = value.split("\n");
    begun.push(pieces.shift());
    for (const piece of pieces) {
      const line = begun.join("").replace(/\r$/, "");
      begun = [piece];
      if (line !== "") {
        note(line, fields);
      } else {
        tell(fields, told);
        fields = {};
      }
    }
  }
}

function note(line, fields) {
  const colon = line.indexOf(":");
  if (colon === 0) {
    return;
  }
  const name = colon < 0 ? line : line.slice(0, colon);
  const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
  fields[name] = name === "data" && fields.data != null ? `${fields.data}\n${value}` : value;
}

function tell(fields, told) {
  if (fields.data != null) {
    told(fields.event ?? "message", fields.data, fields.id);
  }
}
