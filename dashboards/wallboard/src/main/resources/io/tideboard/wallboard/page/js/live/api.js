// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// Calls that answer JSON.

import { authorized, refused } from "./token.js";

/** Why a call did not answer: the service's own code and message where it gave one. */
export class CallFailed extends Error {
  constructor(status, { code = "", message = "" } = {}) {
    super(message || `answered ${status}`);
    this.status = status;
    this.code = code;
  }
}

/** The address of a call; parameters without a value are left out. */
export function address(path, parameters = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const each of [value].flat()) {
      if (each != null && each !== "") {
        query.append(name, each);
      }
    }
  }
  return query.size ? `${path}?${query}` : path;
}

/** @throws CallFailed when the answer is not what was asked for */
export async function ask(path, parameters) {
  for (;;) {
    const answer = await fetch(address(path, parameters), { headers: authorized(), cache: "no-cache" });
    if (answer.status === 401) {
      await refused();
    } else if (answer.ok) {
      return answer.json();
    } else {
      throw new CallFailed(answer.status, await answer.json().catch(() => undefined));
    }
  }
}

/** The same as a file to keep: what a link cannot fetch, since it sends no token. */
export async function download(path, parameters) {
  const answer = await fetch(address(path, parameters), { headers: authorized() });
  if (!answer.ok) {
    throw new CallFailed(answer.status, await answer.json().catch(() => undefined));
  }
  return answer.blob();
}
