// Knows the text that a page was opened at (`#:~:text=`): Chromium lights it up, and loses the light where the text is cut.

/** A text with nothing between its letters that need not be there. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

/** The texts at which the highlights of a page begin and end, of its address as it was opened: `text=[prefix-,]start[,end][,-suffix]`, several with `&`. */
export function textsPointedAt(address: string): string[] {
  const directive = address.split(':~:')[1] ?? '';
  return directive
    .split('&')
    .filter((part) => part.startsWith('text='))
    .flatMap((part) => part.slice('text='.length).split(','))
    .filter((piece) => !piece.endsWith('-') && !piece.startsWith('-'))
    .flatMap((piece) => {
      try {
        return plain(decodeURIComponent(piece)) || [];
      } catch {
        return [];
      }
    });
}

/** Whether a text holds one of those pointed at. */
export const isPointedAt = (text: string, pointedAt: readonly string[]): boolean =>
  pointedAt.length > 0 && pointedAt.some((piece) => plain(text).includes(piece));

/** The address a document was opened at, with the directive that its own address does not show. */
export const addressOpened = (): string => performance.getEntriesByType('navigation')[0]?.name ?? '';
