const fallback = new Map();

/** What this browser remembers under `key`; only for this page where storage is forbidden. */
export function recall(key) {
  try {
    return localStorage.getItem(key) ?? fallback.get(key) ?? null;
  } catch {
    return fallback.get(key) ?? null;
  }
}

/** Remembers `value` under `key`; null forgets it. */
export function remember(key, value) {
  fallback.delete(key);
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    if (value !== null) fallback.set(key, value);
  }
}

/** Forgets all that Jisr remembers in this browser. */
export function forgetAll() {
  fallback.clear();
  try {
    const ours = Object.keys(localStorage).filter((key) => key.startsWith("jisr."));
    for (const key of ours) localStorage.removeItem(key);
  } catch {
    return; // storage is forbidden: nothing was kept there
  }
}
