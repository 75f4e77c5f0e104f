// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// Hands a token in, once, for a cookie that no script can read. A screen without a keyboard brings
// it behind the # of its address, which no browser sends to any server.

const SESSION = "api/v1/session";
const find = (id) => document.getElementById(id);

async function signIn(token) {
  const answer = await fetch(SESSION, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ token }),
  });
  if (answer.ok) {
    location.reload();
  } else {
    find("refused").textContent = (await answer.json()).message;
  }
}

function tokenOfAddress() {
  const state = new URLSearchParams(location.hash.slice(1));
  const token = state.get("token");
  if (token != null) {
    state.delete("token");
    const rest = state.toString();
    history.replaceState(null, "", location.pathname + location.search + (rest && `#${rest}`));
  }
  return token;
}

find("form").addEventListener("submit", (event) => {
  event.preventDefault();
  signIn(find("token").value.trim());
});

const brought = tokenOfAddress();
if (brought) {
  signIn(brought);
}
