// A text of the glossary in which words that have explanations of their own can be pressed.
import type { ComponentChildren } from 'preact';
import type { Link } from '../glossary/links.ts';

interface LinkedProps {
  readonly text: string;
  readonly links: readonly Link[];
  readonly onFollow: (id: string) => void;
}

interface InlineButtonProps {
  readonly onPress: () => void;
  readonly children: ComponentChildren;
}

/** The text with its links, in the order of the text. */
export function Linked({ text, links, onFollow }: LinkedProps) {
  const pieces: ComponentChildren[] = [];
  let at = 0;
  for (const [start, end, id] of links) {
    pieces.push(
      text.slice(at, start),
      <InlineButton key={id} onPress={() => onFollow(id)}>
        {text.slice(start, end)}
      </InlineButton>,
    );
    at = end;
  }
  return (
    <>
      {pieces}
      {text.slice(at)}
    </>
  );
}

/** A button that goes on in the next line where the words do: a `<button>` stands in one piece. */
function InlineButton({ onPress, children }: InlineButtonProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see above.
    <span
      class="inline"
      role="button"
      tabIndex={0}
      onClick={onPress}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        // The space bar would scroll.
        event.preventDefault();
        if (event.isTrusted && !event.repeat) onPress();
      }}
    >
      {children}
    </span>
  );
}
