// The app in Vue, from templates.
import { createApp, defineComponent, nextTick, onScopeDispose, type PropType, shallowRef } from 'vue';
import type { Mount, Own } from '../app.ts';
import type { Tree } from '../model.ts';

const propsOf = {
  tree: { type: Object as PropType<Tree>, required: true },
  own: { type: Object as PropType<Own>, required: true },
} as const;

const Component = defineComponent({
  name: 'OwnText',
  props: propsOf,
  setup: ({ tree, own }) => {
    const text = shallowRef(own.get(tree.id));
    onScopeDispose(
      own.subscribe(tree.id, (next) => {
        text.value = next;
      }),
    );
    return { text };
  },
  template: '{{ text }}<TreeView v-for="child in tree.children" :tree="child" :own="own" />',
});

const TreeView = defineComponent({
  name: 'TreeView',
  components: { Component },
  props: propsOf,
  template: `
    <template v-if="tree.kind === 'text'">{{ tree.text }}</template>
    <template v-else-if="tree.kind === 'number'">{{ tree.value }}</template>
    <template v-else-if="tree.kind === 'sentence'">
      <span v-if="tree.inline">The {{ tree.what }}<em>{{ tree.why }}</em> {{ tree.times }}{{ tree.more }}</span>
      <p v-else>Take {{ tree.what }} for {{ tree.why }}, {{ tree.times }} times<b v-if="tree.more !== null">{{ tree.more }}</b><template v-else> or not</template>.</p>
    </template>
    <component v-else-if="tree.kind === 'element'" :is="tree.tag"><TreeView v-for="child in tree.children" :tree="child" :own="own" /></component>
    <TreeView v-else-if="tree.kind === 'choice'" :tree="tree.children[tree.first ? 0 : 1]" :own="own" />
    <Component v-else-if="tree.kind === 'component'" :key="tree.id" :tree="tree" :own="own" />
    <template v-else-if="tree.kind === 'list' && tree.keyed"><TreeView v-for="child in tree.children" :key="child.id" :tree="child" :own="own" /></template>
    <template v-else-if="tree.kind !== 'nothing'"><TreeView v-for="child in tree.children" :tree="child" :own="own" /></template>
  `,
});

export const mount: Mount = (element, first, own) => {
  const tree = shallowRef(first);
  const app = createApp({
    components: { TreeView },
    setup: () => ({ tree, own }),
    template: '<TreeView :tree="tree" :own="own" />',
  });
  app.component('TreeView', TreeView);
  app.mount(element);
  return {
    update: (next) => {
      tree.value = next;
    },
    flush: () => nextTick(),
    unmount: () => app.unmount(),
  };
};
