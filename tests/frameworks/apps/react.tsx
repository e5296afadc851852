/** @jsxImportSource react */
// The app in React: urgent updates and others, a component that follows a store.
import { createElement, Fragment, memo, type ReactNode, useLayoutEffect, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Mount, Own } from '../app.ts';
import type { Tree } from '../model.ts';

const Component = memo(({ id, nodes, own }: { id: number; nodes: readonly Tree[]; own: Own }) => {
  const text = useSyncExternalStore(
    (listener) => own.subscribe(id, listener),
    () => own.get(id),
  );
  return (
    <>
      {text}
      {createElement(Fragment, null, ...nodes.map((node) => show(node, own)))}
    </>
  );
});

function show(tree: Tree, own: Own): ReactNode {
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
        : createElement(Fragment, null, ...tree.children.map((child) => show(child, own)));
    case 'choice': {
      const [first, second] = tree.children;
      if (tree.first) return first && show(first, own);
      return second && show(second, own);
    }
    case 'component':
      return <Component key={tree.id} id={tree.id} nodes={tree.children} own={own} />;
  }
}

function Page({ tree, own, onShown }: { tree: Tree; own: Own; onShown: () => void }): ReactNode {
  useLayoutEffect(onShown);
  return show(tree, own);
}

export const mount: Mount = (element, first, own) => {
  const root = createRoot(element);
  let tree = first;
  let updates = 0;
  const render = (onShown = () => {}): void => root.render(<Page tree={tree} own={own} onShown={onShown} />);
  flushSync(() => render());
  return {
    update: (next) => {
      tree = next;
      if (++updates % 3 === 0) flushSync(() => render());
      else render();
    },
    flush: () => new Promise((resolve) => render(resolve)),
    unmount: () => root.unmount(),
  };
};
