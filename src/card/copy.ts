// Puts a text on the clipboard.

/** Selects the text in a field that nobody sees and has the browser copy it: pages that are not secure have no other way. */
function copyBySelection(text: string, near: Element): boolean {
  const field = near.ownerDocument.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.style.cssText = 'position: fixed; opacity: 0; pointer-events: none';
  near.after(field);
  field.select();
  const copied = near.ownerDocument.execCommand('copy');
  field.remove();
  return copied;
}

/**
 * Copies a text when the reader has pressed something; tells whether that worked. Never rejects.
 * @param near what was pressed
 */
export async function copyText(text: string, near: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const copied = copyBySelection(text, near);
    near.focus({ preventScroll: true });
    return copied;
  }
}
