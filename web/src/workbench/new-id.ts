/** A word that no other thing of this browser has; pages on plain HTTP have no random UUIDs. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join(
    "",
  );
}
