/** @jsxImportSource solid-js */
// The app in Solid, on a store.
import { createSignal, For, Index, type JSX, onCleanup, Show } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
import { Dynamic, render } from 'solid-js/web';
import type { Mount, Own } from '../app.ts';
import type { Tree } from '../model.ts';

function OwnText(props: { id: number; own: Own }): JSX.Element {
  const [text, setText] = createSignal(props.own.get(props.id));
  onCleanup(props.own.subscribe(props.id, setText));
  return <>{text()}</>;
}

/** Nodes of one id are of one kind, so what is drawn for a node of the store stays right for it. */
function show(tree: Tree, own: Own): JSX.Element {
  switch (tree.kind) {
    case 'text':
      return <>{tree.text}</>;
    case 'number':
    case 'nothing':
      return <>{tree.value}</>;
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
          <Show when={tree.more !== null} fallback=" or not">
            <b>{tree.more}</b>
          </Show>
          .
        </p>
      );
    case 'element':
      return (
        <Dynamic component={tree.tag}>
          <Index each={tree.children}>{(child) => <>{show(child(), own)}</>}</Index>
        </Dynamic>
      );
    case 'choice':
      return (
        <For each={tree.children.slice(tree.first ? 0 : 1).slice(0, 1)}>{(child) => show(child, own)}</For>
      );
    case 'component':
      return (
        <>
          <OwnText id={tree.id} own={own} />
          <For each={tree.children}>{(child) => show(child, own)}</For>
        </>
      );
    case 'list':
      return tree.keyed ? (
        <For each={tree.children}>{(child) => show(child, own)}</For>
      ) : (
        <Index each={tree.children}>{(child) => <>{show(child(), own)}</>}</Index>
      );
    case 'fragment':
      return <Index each={tree.children}>{(child) => <>{show(child(), own)}</>}</Index>;
  }
}

export const mount: Mount = (element, first, own) => {
  // The store writes into what it is given.
  const [page, setPage] = createStore({ tree: structuredClone(first) });
  const unmount = render(() => <For each={[page.tree]}>{(tree) => show(tree, own)}</For>, element);
  return {
    update: (tree) => setPage('tree', reconcile(structuredClone(tree))),
    flush: async () => undefined,
    unmount,
  };
};
