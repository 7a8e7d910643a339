// Checks a proof from a ledger of disclosures (C2SP tlog-proof, signed-note, tlog-cosignature, tlog-policy; RFC 6962,
// RFC 8785) with the browser's own SHA-256 and Ed25519. Nothing here sends anything anywhere.

export class Unreadable extends Error {}

const text = new TextEncoder();
const read = new TextDecoder("utf-8", { fatal: true });
const HASH_BYTES = 32;
const PATH_MAX = 63;

export function bytesOf64(said) {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(said)) throw new Unreadable("base64");
  const bytes = Uint8Array.from(atob(said), (sign) => sign.charCodeAt(0));
  if (btoa(String.fromCharCode(...bytes)) !== said) throw new Unreadable("base64");
  return bytes;
}

export function bytesOfHex(said) {
  if (typeof said !== "string" || !/^(?:[0-9a-f]{2})*$/.test(said)) throw new Unreadable("hex");
  return Uint8Array.from(said.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

function hash64(said) {
  const bytes = bytesOf64(said);
  if (bytes.length !== HASH_BYTES) throw new Unreadable("hash");
  return bytes;
}

function number(said) {
  if (!/^(?:0|[1-9][0-9]{0,14})$/.test(said)) throw new Unreadable("number");
  return Number(said);
}

function join(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function same(one, other) {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

async function sha256(...parts) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", join(...parts)));
}

// RFC 6962, section 2.1.
export const leaf = (entry) => sha256(Uint8Array.of(0), entry);
const node = (left, right) => sha256(Uint8Array.of(1), left, right);

function split(size) {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

// RFC 6962, section 2.1.1: the root that a leaf's path leads to; the path runs from the leaf up.
export async function rootFromPath(leafHash, index, size, path) {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) {
    throw new Unreadable("index");
  }
  if (leafHash.length !== HASH_BYTES || path.some((one) => one.length !== HASH_BYTES)) throw new Unreadable("hash");
  if (size === 1) {
    if (path.length) throw new Unreadable("path");
    return leafHash;
  }
  if (!path.length) throw new Unreadable("path");
  const middle = split(size);
  const below = path.slice(0, -1);
  const sibling = path[path.length - 1];
  return index < middle
    ? node(await rootFromPath(leafHash, index, middle, below), sibling)
    : node(sibling, await rootFromPath(leafHash, index - middle, size - middle, below));
}

// RFC 8785 for what entries and fields hold: text, whole numbers, lists, objects, true, false, null.
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const names = Object.keys(value).sort();
    return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(",")}}`;
  }
  if (typeof value === "number" && !Number.isSafeInteger(value)) throw new Unreadable("number");
  return JSON.stringify(value);
}

async function readKey(said) {
  const [name, stated, ...rest] = said.split("+");
  const data = bytesOf64(rest.join("+"));
  const id = (await sha256(text.encode(`${name}\n`), data)).slice(0, 4);
  if (data.length !== 33 || ![1, 4].includes(data[0])) throw new Unreadable("key");
  if (!same(id, bytesOfHex(stated))) throw new Unreadable("key");
  return { name, id, kind: data[0], bytes: data.slice(1) };
}

// C2SP tlog-policy: whom the reader trusts.
export async function readKeys(said) {
  const keys = { logs: [], witnesses: new Map(), groups: new Map(), quorum: [] };
  for (const line of said.split(/\r?\n/)) {
    const [word, ...rest] = line.trim().split(/\s+/);
    if (!word || word.startsWith("#")) continue;
    const known = (name) => keys.witnesses.has(name) || keys.groups.has(name);
    if (word === "log" && rest.length >= 1) keys.logs.push(await readKey(rest[0]));
    else if (word === "witness" && rest.length >= 2 && !known(rest[0])) {
      keys.witnesses.set(rest[0], await readKey(rest[1]));
    } else if (word === "group" && rest.length >= 3 && !known(rest[0]) && rest.slice(2).every(known)) {
      const members = rest.slice(2);
      const count = { any: 1, all: members.length }[rest[1]] ?? number(rest[1]);
      if (count < 1 || count > members.length) throw new Unreadable("keys");
      keys.groups.set(rest[0], { count, members });
    } else if (word === "quorum" && rest.length === 1 && (rest[0] === "none" || known(rest[0]))) {
      keys.quorum.push(rest[0]);
    } else throw new Unreadable("keys");
  }
  const witnesses = [...keys.witnesses.values()];
  const publicKeys = new Set(witnesses.map((key) => String(key.bytes)));
  const kinds = keys.logs.every((key) => key.kind === 1) && witnesses.every((key) => key.kind === 4);
  if (!keys.logs.length || keys.quorum.length !== 1 || !kinds || publicKeys.size !== witnesses.length) {
    throw new Unreadable("keys");
  }
  return keys;
}

// C2SP signed-note and tlog-checkpoint.
export function readCheckpoint(said) {
  const cut = said.lastIndexOf("\n\n");
  const body = said.slice(0, cut + 1);
  const signed = said.slice(cut + 2);
  const lines = body.slice(0, -1).split("\n");
  if (cut < 0 || !signed.endsWith("\n") || lines.length < 3 || lines.includes("")) throw new Unreadable("checkpoint");
  const signatures = signed.slice(0, -1).split("\n").map((line) => {
    const [dash, name, encoded, ...more] = line.split(" ");
    if (dash !== "—" || !name || !encoded || more.length) throw new Unreadable("signature");
    const made = bytesOf64(encoded);
    return { name, id: made.slice(0, 4), made: made.slice(4) };
  });
  return { name: lines[0], size: number(lines[1]), root: hash64(lines[2]), body, signatures };
}

async function verifies(key, signature, message) {
  const algorithm = { name: "Ed25519" };
  const publicKey = await crypto.subtle.importKey("raw", key.bytes, algorithm, false, ["verify"]);
  return crypto.subtle.verify(algorithm, publicKey, signature, message);
}

// Whether the key signed; null where a signature by it stands there and is wrong.
async function hasSigned(key, checkpoint) {
  let found = false;
  for (const { name, id, made } of checkpoint.signatures) {
    if (name !== key.name || !same(id, key.id)) continue;
    let message = text.encode(checkpoint.body);
    let signature = made;
    if (key.kind === 4) {
      if (made.length !== 72) return null;
      const time = new DataView(made.buffer, made.byteOffset, 8).getBigUint64(0);
      message = join(text.encode(`cosignature/v1\ntime ${time}\n`), message);
      signature = made.slice(8);
    }
    if (signature.length !== 64 || !(await verifies(key, signature, message))) return null;
    found = true;
  }
  return found;
}

async function checkSignatures(checkpoint, keys) {
  const problems = [];
  const seen = new Set();
  let log = false;
  for (const [name, key] of keys.witnesses) {
    const signed = await hasSigned(key, checkpoint);
    if (signed === null) problems.push({ kind: "bad_signature", detail: key.name });
    if (signed) seen.add(name);
  }
  for (const key of keys.logs.filter((one) => one.name === checkpoint.name)) {
    const signed = await hasSigned(key, checkpoint);
    if (signed === null) problems.push({ kind: "bad_signature", detail: key.name });
    if (signed) log = true;
  }
  const met = (name) => {
    const group = keys.groups.get(name);
    return group ? group.members.filter(met).length >= group.count : seen.has(name);
  };
  if (!log) problems.push({ kind: "no_key" });
  if (keys.quorum[0] !== "none" && !met(keys.quorum[0])) problems.push({ kind: "few_witnesses" });
  return { problems, witnesses: [...seen] };
}

// C2SP tlog-proof. The entry and the opened fields stand in the extra data.
export function readProof(data) {
  const said = read.decode(data);
  const cut = said.indexOf("\n\n");
  const lines = said.slice(0, Math.max(cut, 0)).split("\n");
  if (cut < 0 || lines.shift() !== "c2sp.org/tlog-proof@v1") throw new Unreadable("proof");
  const extra = lines.shift() ?? "";
  const index = lines.shift() ?? "";
  if (!extra.startsWith("extra ") || !index.startsWith("index ") || lines.length > PATH_MAX) throw new Unreadable("proof");
  const held = JSON.parse(read.decode(bytesOf64(extra.slice(6))));
  if (!held || typeof held.entry !== "object" || !Array.isArray(held.opened)) throw new Unreadable("proof");
  return {
    entry: held.entry,
    opened: held.opened,
    index: number(index.slice(6)),
    path: lines.map(hash64),
    checkpoint: readCheckpoint(said.slice(cut + 2)),
  };
}

async function leads(leafHash, index, size, path, root) {
  try {
    return same(await rootFromPath(leafHash, index, size, path), root);
  } catch (error) {
    if (error instanceof Unreadable) return false;
    throw error;
  }
}

async function opens(field, commitment) {
  const salt = bytesOfHex(field.salt);
  if (salt.length !== HASH_BYTES || !Array.isArray(field.path)) return false;
  const shown = await leaf(join(salt, text.encode(canonical([field.name, field.value]))));
  const path = field.path.map(bytesOfHex);
  return leads(shown, field.position, commitment.count, path, bytesOfHex(commitment.root));
}

// All that is wrong with a proof under these keys, and what it shows. Throws Unreadable for what is no proof.
export async function checkProof(data, keysSaid) {
  let keys;
  try {
    keys = await readKeys(keysSaid);
  } catch {
    return { problems: [{ kind: "bad_keys" }] };
  }
  const proof = readProof(data);
  const { problems, witnesses } = await checkSignatures(proof.checkpoint, keys);
  const entry = text.encode(canonical(proof.entry));
  const { size, root, name } = proof.checkpoint;
  if (!(await leads(await leaf(entry), proof.index, size, proof.path, root))) problems.push({ kind: "not_included" });
  for (const field of proof.opened) {
    if (!(await opens(field, proof.entry.fields))) problems.push({ kind: "not_opened", detail: String(field.name) });
  }
  return { problems, witnesses, name, size, index: proof.index, entry: proof.entry, opened: proof.opened };
}
