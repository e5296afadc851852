/** @jsxImportSource preact */
// The app in Preact.
import { type ComponentChildren, createElement, Fragment, render } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Mount, Own } from '../app.ts';
import type { Tree } from '../model.ts';

function Component({ id, nodes, own }: { id: number; nodes: readonly Tree[]; own: Own }) {
  const [text, setText] = useState(own.get(id));
  useLayoutEffect(() => own.subscribe(id, setText), [id, own]);
  return (
    <>
      {text}
      {nodes.map((node) => show(node, own))}
    </>
  );
}

function show(tree: Tree, own: Own): ComponentChildren {
  switch (tree.kind) {
    case 'text':
      return tree.text;
    case 'number':
    case 'nothing':
      return tree.value;
    case 'sentence':
      return tree.inline ? (
        <span>
          The {tree.what}
          <em>{tree.why}</em> {tree.times}
          {tree.more}
        </span>
      ) : (
        <p>
          Take {tree.what} for {tree.why}, {tree.times} times
          {tree.more === null ? ' or not' : <b>{tree.more}</b>}.
        </p>
      );
    case 'element':
      return createElement(tree.tag, null, ...tree.children.map((child) => show(child, own)));
    case 'fragment':
      return createElement(Fragment, null, ...tree.children.map((child) => show(child, own)));
    case 'list':
      return tree.keyed
        ? tree.children.map((child) => <Fragment key={child.id}>{show(child, own)}</Fragment>)
        : tree.children.map((child) => show(child, own));
    case 'choice': {
      const [first, second] = tree.children;
      if (tree.first) return first && show(first, own);
      return second && show(second, own);
    }
    case 'component':
      return <Component key={tree.id} id={tree.id} nodes={tree.children} own={own} />;
  }
}

export const mount: Mount = (element, first, own) => {
  const update = (tree: Tree): void => render(show(tree, own), element);
  update(first);
  return {
    update,
    // Components that changed by themselves are drawn in a microtask.
    flush: async () => {
      await null;
      await null;
    },
    unmount: () => render(null, element),
  };
};
