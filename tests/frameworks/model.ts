// What the apps of all frameworks show: a tree, its HTML, and how it changes at random. Pure; a change makes a new tree that shares what stayed.
import type { Random } from './random.ts';

interface Node {
  /** Stays with the node wherever it moves; nodes with one id are of one kind. */
  readonly id: number;
}
interface Parent extends Node {
  readonly children: readonly Tree[];
}

/** A piece of a page, as its author thinks of it. */
export type Tree =
  | (Node & { readonly kind: 'text'; readonly text: string })
  | (Node & { readonly kind: 'number'; readonly value: number })
  | (Node & { readonly kind: 'nothing'; readonly value: null | false })
  /** A template with text of its own between what changes, as most templates are. */
  | (Node & {
      readonly kind: 'sentence';
      readonly inline: boolean;
      readonly what: string;
      readonly why: string;
      readonly times: number;
      readonly more: string | null;
    })
  | (Parent & { readonly kind: 'element'; readonly tag: Tag })
  | (Parent & { readonly kind: 'fragment' })
  | (Parent & { readonly kind: 'list'; readonly keyed: boolean })
  /** Shows its first child or its second. */
  | (Parent & { readonly kind: 'choice'; readonly first: boolean })
  /** Shows a text of its own, which it changes by itself, and its children behind. */
  | (Parent & { readonly kind: 'component' });

type Inner = Extract<Tree, Parent>;

const OUTER_TAGS = ['div', 'section', 'blockquote'] as const;
const LINE_TAGS = ['p', 'h2'] as const;
const INLINE_TAGS = ['b', 'em', 'span'] as const;

/** The elements of the apps: those that hold anything, those that hold lines, those that stand in a line. */
export type Tag = (typeof OUTER_TAGS | typeof LINE_TAGS | typeof INLINE_TAGS)[number];

const isOuter = (tag: Tag): boolean => OUTER_TAGS.some((outer) => outer === tag);
const isInlineTag = (tag: Tag): boolean => INLINE_TAGS.some((inline) => inline === tag);

/** What components show of their own, by id. */
export type OwnTexts = (id: number) => string;

/** The nodes that stand in a node; of a choice both. */
const childrenOf = (tree: Tree): readonly Tree[] => ('children' in tree ? tree.children : []);

/** The HTML that a tree means, without comments. Its texts need no escapes. */
export function htmlOf(tree: Tree, own: OwnTexts): string {
  const inside = (parent: Inner): string => parent.children.map((child) => htmlOf(child, own)).join('');
  switch (tree.kind) {
    case 'text':
      return tree.text;
    case 'number':
      return String(tree.value);
    case 'nothing':
      return '';
    case 'sentence': {
      const { inline, what, why, times, more } = tree;
      return inline
        ? `<span>The ${what}<em>${why}</em> ${times}${more ?? ''}</span>`
        : `<p>Take ${what} for ${why}, ${times} times${more === null ? ' or not' : `<b>${more}</b>`}.</p>`;
    }
    case 'element':
      return `<${tree.tag}>${inside(tree)}</${tree.tag}>`;
    case 'choice': {
      const shown = tree.children[tree.first ? 0 : 1];
      return shown ? htmlOf(shown, own) : '';
    }
    case 'component':
      return own(tree.id) + inside(tree);
    case 'fragment':
    case 'list':
      return inside(tree);
  }
}

const WORDS = [
  '',
  'edema',
  'bone ',
  'marrow ',
  'aseptic necrosis',
  'Osteoporosis ',
  'Take bisphosphonates ',
  'a biopsy',
  'MRI',
  ' of the hip. ',
  ' and ',
  'rest well',
] as const;

/** The words of the tests' glossary, as they begin. */
const TERM = /edema|bone|aseptic|Osteoporosis|bisphosphonates|biopsy|MRI/;

/** A tree at any time has about so many nodes. */
const SIZE = 60;

/** Makes trees and changes them. */
export class Author {
  readonly #random: Random;
  readonly #distinct: boolean;
  #lastId = 0;
  #phrases = 0;

  /** @param distinct every phrase has a number at its end, so that none is how another begins */
  constructor(random: Random, distinct: boolean) {
    this.#random = random;
    this.#distinct = distinct;
  }

  /** Some words, of the glossary and not. */
  phrase(): string {
    const { pick, below } = this.#random;
    const words = Array.from({ length: below(4) }, () => pick(WORDS)).join('');
    return this.#distinct ? `${words} ${++this.#phrases}.` : words;
  }

  /** A whole page. */
  page(): Inner {
    const children = Array.from({ length: 6 }, () => this.#grow(false, 3));
    return { id: this.#id(), kind: 'element', tag: 'div', children };
  }

  /** The components of a tree, shown or not. */
  componentsIn(tree: Tree): number[] {
    return [...places(tree)].flatMap(({ node }) => (node.kind === 'component' ? [node.id] : []));
  }

  /** Another tree that comes of one, and what was done to it. */
  change(tree: Inner): readonly [done: string, tree: Inner] {
    const { pick, below } = this.#random;
    const size = [...places(tree)].length;
    if (size > SIZE && below(2) === 0) return ['remove', this.#remove(tree)];
    if (size < SIZE / 2 && below(2) === 0) return ['insert', this.#insert(tree)];
    const done = pick(Object.keys(this.#changes));
    return [done, this.#changes[done]?.(tree) ?? tree];
  }

  readonly #changes: Readonly<Record<string, (tree: Inner) => Inner>> = {
    'write a leaf': (tree) => this.#write(tree),
    'write another leaf': (tree) => this.#write(tree),
    'write what stands before a term': (tree) =>
      this.#at(tree, 'text', (node) => ({
        ...node,
        text: this.#distinct ? this.phrase() : (node.text.split(TERM)[0] ?? ''),
      })),
    'write a sentence': (tree) => this.#at(tree, 'sentence', (node) => this.#rewritten(node)),
    'turn a choice': (tree) => this.#at(tree, 'choice', (node) => ({ ...node, first: !node.first })),
    'another tag': (tree) =>
      this.#at(tree, 'element', (node) =>
        node === tree ? node : { ...node, tag: this.#random.pick(alike(node.tag)) },
      ),
    'text or nothing': (tree) => {
      const leaves = [...places(tree)].filter(({ node }) => node.kind === 'text' || node.kind === 'nothing');
      if (leaves.length === 0) return tree;
      const { node } = this.#random.pick(leaves);
      return exchanged(tree, node, node.kind === 'text' ? this.#nothing() : this.#text()) as Inner;
    },
    'another order': (tree) => this.#among(tree, (children) => this.#random.shuffled(children), isOrdered),
    'turn round': (tree) => this.#among(tree, (children) => children.toReversed(), isOrdered),
    'first to last': (tree) =>
      this.#among(tree, ([first, ...rest]) => (first ? [...rest, first] : []), isOrdered),
    'last to first': (tree) =>
      this.#among(tree, (children) => [...children.slice(-1), ...children.slice(0, -1)], isOrdered),
    'a list anew': (tree) =>
      this.#at(tree, 'list', (node) => ({
        ...node,
        children: Array.from({ length: this.#random.below(5) }, () =>
          this.#grow(!node.children.some(isBlock), 1),
        ),
      })),
    insert: (tree) => this.#insert(tree),
    'insert once more': (tree) => this.#insert(tree),
    remove: (tree) => this.#remove(tree),
    empty: (tree) => this.#among(tree, () => []),
    move: (tree) => {
      const moved = this.#random.pick([...places(tree)]);
      if (moved.node === tree) return tree;
      const without = this.#without(tree, moved.node);
      const goals = [...places(without)].filter(
        ({ node, inline }) => isFree(node) && !(inline && isBlock(moved.node)),
      );
      if (goals.length === 0) return tree;
      const { node: goal } = this.#random.pick(goals);
      return this.#put(without, goal, moved.node);
    },
    wrap: (tree) => {
      const inner = [...places(tree)].filter(({ node }) => node !== tree);
      if (inner.length === 0) return tree;
      const { node } = this.#random.pick(inner);
      const tag = this.#random.pick(isBlock(node) ? OUTER_TAGS : INLINE_TAGS);
      const kind = this.#random.pick(['element', 'fragment', 'component'] as const);
      return exchanged(tree, node, { id: this.#id(), kind, tag, children: [node] }) as Inner;
    },
    unwrap: (tree) => {
      const inner = [...places(tree)].filter(({ node }) => node !== tree && childrenOf(node).length === 1);
      if (inner.length === 0) return tree;
      const { node } = this.#random.pick(inner);
      return exchanged(tree, node, childrenOf(node)[0] ?? this.#nothing()) as Inner;
    },
  };

  #id(): number {
    return ++this.#lastId;
  }

  #text(): Tree {
    return { id: this.#id(), kind: 'text', text: this.phrase() };
  }

  #nothing(): Tree {
    return { id: this.#id(), kind: 'nothing', value: this.#random.pick([null, false]) };
  }

  #grow(inline: boolean, depth: number): Tree {
    const { below, oneIn, pick } = this.#random;
    if (depth === 0 || oneIn(3)) {
      const leaf = below(8);
      if (leaf === 0) return { id: this.#id(), kind: 'number', value: below(4) };
      if (leaf === 1) return this.#nothing();
      if (leaf > 5)
        return this.#rewritten({
          id: this.#id(),
          kind: 'sentence',
          inline,
          what: '',
          why: '',
          times: 0,
          more: null,
        });
      return this.#text();
    }
    const id = this.#id();
    const some = (inLine: boolean, count = 1 + below(3)): Tree[] =>
      Array.from({ length: count }, () => this.#grow(inLine, depth - 1));
    switch (below(6)) {
      case 0:
        return { id, kind: 'fragment', children: some(inline) };
      case 1:
        return { id, kind: 'list', keyed: !oneIn(3), children: some(inline, below(5)) };
      case 2:
        return { id, kind: 'choice', first: oneIn(2), children: some(inline, 2) };
      case 3:
        return { id, kind: 'component', children: some(inline, below(3)) };
      default: {
        const tag: Tag = inline ? pick(INLINE_TAGS) : pick([...OUTER_TAGS, ...LINE_TAGS, ...LINE_TAGS]);
        return { id, kind: 'element', tag, children: some(!isOuter(tag)) };
      }
    }
  }

  #rewritten(node: Extract<Tree, { kind: 'sentence' }>): Tree {
    const { oneIn, below } = this.#random;
    return {
      ...node,
      what: oneIn(2) ? node.what : this.phrase(),
      why: oneIn(2) ? node.why : this.phrase(),
      times: oneIn(2) ? node.times : below(4),
      more: oneIn(2) ? node.more : oneIn(2) ? null : this.phrase(),
    };
  }

  #write(tree: Inner): Inner {
    return this.#random.oneIn(4)
      ? this.#at(tree, 'number', (node) => ({ ...node, value: this.#random.below(4) }))
      : this.#at(tree, 'text', (node) => ({ ...node, text: this.phrase() }));
  }

  #insert(tree: Inner): Inner {
    const goals = [...places(tree)].filter(({ node }) => isFree(node));
    const { node, inline } = this.#random.pick(goals);
    return this.#put(tree, node, this.#grow(inline, 2));
  }

  #put(tree: Inner, goal: Tree, added: Tree): Inner {
    const children = childrenOf(goal).toSpliced(this.#random.below(childrenOf(goal).length + 1), 0, added);
    return exchanged(tree, goal, { ...goal, children } as Tree) as Inner;
  }

  #remove(tree: Inner): Inner {
    const inner = [...places(tree)].filter(({ node }) => node !== tree);
    return inner.length === 0 ? tree : this.#without(tree, this.#random.pick(inner).node);
  }

  /** The tree without a node; in a choice nothing takes its place. */
  #without(tree: Inner, gone: Tree): Inner {
    const parent = [...places(tree)].find(({ node }) => childrenOf(node).includes(gone))?.node;
    if (parent === undefined) return tree;
    if (parent.kind === 'choice') return exchanged(tree, gone, this.#nothing()) as Inner;
    const children = childrenOf(parent).filter((child) => child !== gone);
    return exchanged(tree, parent, { ...parent, children } as Tree) as Inner;
  }

  /** Changes one node of a kind. */
  #at<K extends Tree['kind']>(
    tree: Inner,
    kind: K,
    change: (node: Extract<Tree, { kind: K }>) => Tree,
  ): Inner {
    const nodes = [...places(tree)].filter(({ node }) => node.kind === kind);
    if (nodes.length === 0) return tree;
    const { node } = this.#random.pick(nodes);
    return exchanged(tree, node, change(node as Extract<Tree, { kind: K }>)) as Inner;
  }

  /** Changes the children of one parent. */
  #among(
    tree: Inner,
    change: (children: readonly Tree[]) => readonly Tree[],
    which: (node: Tree) => boolean = (node) => isFree(node) && node !== tree,
  ): Inner {
    const parents = [...places(tree)].filter(({ node }) => which(node) && childrenOf(node).length > 0);
    if (parents.length === 0) return tree;
    const { node } = this.#random.pick(parents);
    return exchanged(tree, node, { ...node, children: change(childrenOf(node)) } as Tree) as Inner;
  }
}

/** Every node with whether only what stands in a line may be put into it, in document order. */
function* places(tree: Tree, inline = false): Generator<{ readonly node: Tree; readonly inline: boolean }> {
  const inside = inline || (tree.kind === 'element' && !isOuter(tree.tag));
  yield { node: tree, inline: inside };
  for (const child of childrenOf(tree)) yield* places(child, inside);
}

const alike = (tag: Tag): readonly Tag[] =>
  isOuter(tag) ? OUTER_TAGS : isInlineTag(tag) ? INLINE_TAGS : LINE_TAGS;

/** Whether a tree cannot stand in a line. */
const isBlock = (tree: Tree): boolean =>
  (tree.kind === 'sentence' && !tree.inline) ||
  (tree.kind === 'element' && !isInlineTag(tree.tag)) ||
  childrenOf(tree).some(isBlock);

/** Whether children may come and go. */
const isFree = (node: Tree): boolean => 'children' in node && node.kind !== 'choice';
const isOrdered = (node: Tree): boolean => isFree(node) && childrenOf(node).length > 1;

/** A tree with another node in place of one. */
function exchanged(tree: Tree, old: Tree, by: Tree): Tree {
  if (tree === old) return by;
  const children = childrenOf(tree);
  const changed = children.map((child) => exchanged(child, old, by));
  return changed.every((child, i) => child === children[i]) ? tree : ({ ...tree, children: changed } as Tree);
}
