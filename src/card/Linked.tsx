// A text of the glossary in which words that have explanations of their own can be pressed.
import type { ComponentChildren } from 'preact';
import type { Link } from '../glossary/links.ts';
import { IN_ENGLISH } from '../i18n.ts';

interface LinkedProps {
  readonly text: string;
  readonly links: readonly Link[];
  readonly onFollow: (id: string) => void;
}

/** The text with its links, in the order of the text. */
export function Linked({ text, links, onFollow }: LinkedProps) {
  const pieces: ComponentChildren[] = [];
  let at = 0;
  for (const [start, end, id] of links) {
    pieces.push(
      text.slice(at, start),
      <button key={id} type="button" class="inline" onClick={() => onFollow(id)}>
        {text.slice(start, end)}
      </button>,
    );
    at = end;
  }
  return (
    <span {...IN_ENGLISH}>
      {pieces}
      {text.slice(at)}
    </span>
  );
}
