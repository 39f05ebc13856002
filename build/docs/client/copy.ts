/** A page without HTTPS has no clipboard, and the promise says so. */
export async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
