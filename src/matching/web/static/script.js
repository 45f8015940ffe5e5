// Comfort only: every page works without it.
"use strict";
const typing = (target) => target.closest("input, textarea, select, [contenteditable]");
const cards = () => [...document.querySelectorAll("article.card")];
const move = (step) => {
  const all = cards();
  const at = all.findIndex((card) => card.contains(document.activeElement));
  const next = all[Math.min(Math.max(at + step, 0), all.length - 1)];
  if (next) { next.tabIndex = -1; next.focus(); next.scrollIntoView({ block: "nearest" }); }
};
const open = (verb) => {
  const card = document.activeElement.closest("article.card");
  const choice = card && card.querySelector(`.decide details.${verb}`);
  if (choice) { choice.open = true; choice.querySelector("button.reason").focus(); }
};
const keys = { j: () => move(1), k: () => move(-1), a: () => open("accept"), r: () => open("reject"), d: () => open("defer"), "?": () => { location.href = "/keys"; } };
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const known = keys[event.key];
  if (known) { event.preventDefault(); known(); }
});
for (const button of document.querySelectorAll("[data-print]")) { button.hidden = false; button.addEventListener("click", () => print()); }
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "yes";
});
