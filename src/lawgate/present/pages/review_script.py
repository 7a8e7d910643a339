"""The one script of the review page: it puts the answers into a file and sends nothing anywhere."""

SCRIPT = """
"use strict";
(() => {
const by = (id) => document.getElementById(id);
const tell = (said, field) => { by("said").textContent = said; if (field) field.focus(); };
const save = () => {
  const unsaid = ["name", "office", "on"].map(by).find((field) => !field.value.trim());
  if (unsaid) return tell("Nothing is saved: state your name, your office and the day.", unsaid);
  const reviewer = {name: by("name").value.trim(), office: by("office").value.trim()};
  const left = [], decisions = [];
  for (const pair of document.querySelectorAll("[data-pair]")) {
    const reason = pair.querySelector("textarea");
    const answer = pair.querySelector("input:checked").value;
    if (!reason.value.trim()) { left.push(reason); continue; }
    decisions.push({pair: pair.dataset.pair, answer, reason: reason.value.trim(), by: reviewer, on: by("on").value});
  }
  if (!decisions.length) return tell("Nothing is saved: no pair has a reason.", left[0]);
  const file = new Blob([JSON.stringify({decisions}, null, 1) + "\\n"], {type: "application/json"});
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = "decisions.json";
  link.click();
  const numbers = left.map((field) => field.closest("[data-pair]").dataset.number);
  const rest = left.length ? ` Left out, for want of a reason: pair ${numbers.join(", ")}.` : "";
  tell(`Saved in decisions.json: ${decisions.length} of ${decisions.length + left.length} pairs.${rest}`, left[0]);
};
by("save").addEventListener("click", save);
by("saving").hidden = false;
by("typing").hidden = true;
})();
"""
