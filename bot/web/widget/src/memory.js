const OURS = /^jisr[. ]/;
// All but settings, which tell nothing about anybody.
const PRIVATE = /^jisr[. ](?!(lang|text|forgotten)\b)/;

const page = new Map();

/** Whether nothing private may be kept in this browser. */
export let keepsNothing = false;

/**
 * From now on nothing private is kept in this browser but the conversation's token, until its tab
 * is closed. What an earlier visit kept is removed.
 */
export function keepNothing() {
  keepsNothing = true;
  remove("localStorage", PRIVATE);
}

/** What this browser remembers under `key`; only for this page where storage is forbidden. */
export function recall(key) {
  try {
    return storageOf(key).getItem(key) ?? page.get(key) ?? null;
  } catch {
    return page.get(key) ?? null;
  }
}

/** Remembers `value` under `key`; null forgets it. */
export function remember(key, value) {
  page.delete(key);
  try {
    const storage = storageOf(key);
    if (value === null) storage.removeItem(key);
    else storage.setItem(key, value);
  } catch {
    if (value !== null) page.set(key, value);
  }
}

/** Forgets all that Jisr remembers in this browser. */
export function forgetAll() {
  page.clear();
  remove("localStorage", OURS);
  remove("sessionStorage", OURS);
}

/** Where `key` may lie; throws where it may only be remembered by the page. */
function storageOf(key) {
  if (!keepsNothing || !PRIVATE.test(key)) return localStorage;
  if (key.startsWith("jisr.conversation ")) return sessionStorage;
  throw new Error("for this page only");
}

function remove(area, keys) {
  try {
    const storage = window[area];
    for (const key of Object.keys(storage)) if (keys.test(key)) storage.removeItem(key);
  } catch {
    return; // storage is forbidden: nothing was kept there
  }
}
