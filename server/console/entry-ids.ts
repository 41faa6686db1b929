const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** What was pasted: the ids of entries, each once, and how many other words there were. */
export function readEntryIds(text: string): { readonly ids: readonly string[]; readonly others: number } {
  const words = text
    .toLowerCase()
    .split(/[\s,;"']+/)
    .filter((word) => word !== '');
  const ids = words.filter((word) => uuid.test(word));
  return { ids: [...new Set(ids)], others: words.length - ids.length };
}
