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
