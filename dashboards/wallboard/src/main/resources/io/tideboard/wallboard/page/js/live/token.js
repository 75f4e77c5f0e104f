// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// The token that the service may ask for. It comes with the address as #token=..., from where it is
// taken away at once, or from whoever stands before the screen; it is kept as long as the tab.

const KEY = "tideboard.token";

let asking = null;
let ask = async () => null;

/** Takes a token out of the address, where it must not stay: a wall is read by many. */
export function takeFromAddress() {
  const given = new URLSearchParams(location.hash.slice(1)).get("token");
  if (given) {
    sessionStorage.setItem(KEY, given);
    history.replaceState(history.state, "", location.pathname + location.search);
  }
}

/** Who asks people for a token: a function that promises one. */
export function askWith(dialog) {
  ask = dialog;
}

export function authorized(headers = {}) {
  const token = sessionStorage.getItem(KEY);
  return token ? { ...headers, Authorization: `Bearer ${token}` } : headers;
}

/** The service wants another token: asks for one, once for all who wait for it. */
export function refused() {
  asking ??= ask(sessionStorage.getItem(KEY) != null).then((token) => {
    asking = null;
    if (token) {
      sessionStorage.setItem(KEY, token);
    }
  });
  return asking;
}
