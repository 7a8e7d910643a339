// The page around the checker: reads the file that was chosen and says what was found, as text and never as markup.
import { checkProof } from "./verify.js";

const says = JSON.parse(document.getElementById("says").textContent);
const form = document.getElementById("checker");
const result = document.getElementById("result");

function element(tag, said, kind) {
  const made = document.createElement(tag);
  if (said !== undefined) made.textContent = said;
  if (kind) made.className = kind;
  return made;
}

function fact(list, name, value) {
  const row = element("div");
  row.append(element("dt", name), element("dd", String(value)));
  list.append(row);
}

function table(caption, rows) {
  const made = element("table", undefined, "usa-table usa-table--borderless lg-table");
  made.append(element("caption", caption));
  const body = element("tbody");
  for (const [name, value] of rows) {
    const row = element("tr");
    const head = element("th", name);
    head.scope = "row";
    row.append(head, element("td", typeof value === "string" ? value : JSON.stringify(value)));
    body.append(row);
  }
  made.append(body);
  return made;
}

function show(found) {
  const well = found.problems.length === 0;
  const box = element("section", undefined, `lg-result lg-result--${well ? "yes" : "no"}`);
  box.append(element("h2", well ? says.well : says.not_well));
  const list = element("ul", undefined, "usa-list");
  for (const one of found.problems) list.append(element("li", [says[one.kind], one.detail].filter(Boolean).join(" ")));
  if (!well) box.append(list);
  result.replaceChildren(box);
  if (!found.entry) return;
  const facts = element("dl", undefined, "lg-facts");
  fact(facts, says.ledger, found.name);
  fact(facts, says.size, found.size);
  fact(facts, says.index, found.index);
  fact(facts, says.witnesses, found.witnesses.join(", ") || says.none);
  result.append(facts, table(says.entry, Object.entries(found.entry)));
  if (found.opened.length) result.append(table(says.opened, found.opened.map((one) => [one.name, one.value])));
}

async function check() {
  const file = document.getElementById("proof").files[0];
  const keys = document.getElementById("keys").value;
  if (!file || !keys.trim()) return show({ problems: [{ kind: "no_files" }] });
  try {
    show(await checkProof(new Uint8Array(await file.arrayBuffer()), keys));
  } catch (error) {
    show({ problems: [{ kind: error.name === "NotSupportedError" ? "no_ed25519" : "unreadable" }] });
  }
}

form.hidden = false;
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  await check();
  result.focus();
});
