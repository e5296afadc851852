// The app in Svelte; its components are in the folder of the same name.
import { flushSync, mount as mountComponent, tick, unmount } from 'svelte';
import type { Mount } from '../app.ts';
import type { Tree } from '../model.ts';
import Page from './svelte/Page.svelte';

export const mount: Mount = (target, first, own) => {
  const page = mountComponent(Page, { target, props: { first, own } }) as { show(tree: Tree): void };
  flushSync();
  return {
    update: (tree) => page.show(tree),
    flush: () => tick(),
    unmount: () => void unmount(page),
  };
};
