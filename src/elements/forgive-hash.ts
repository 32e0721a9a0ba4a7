/** Leaves out of the hash what a chat glued to it, where it leads nowhere as it is. */
export function forgiveHash(): void {
  if (location.hash.includes(':~:')) return;
  const [id] = /^#[\p{L}\d_-]+/u.exec(decodeURIComponent(location.hash)) ?? [];
  if (id && id !== location.hash) location.replace(id);
}
