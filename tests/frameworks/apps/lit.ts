// The app in Lit: templates, and an element that draws into itself.
import { html, LitElement, nothing, render, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Mount, Own } from '../app.ts';
import type { Tag, Tree } from '../model.ts';

class OwnText extends LitElement {
  static override properties = { nodes: { attribute: false }, text: { state: true } };
  declare nodeId: number;
  declare own: Own;
  declare nodes: readonly Tree[];
  declare text: string;
  #end: (() => void) | undefined;

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.text = this.own.get(this.nodeId);
    this.#end = this.own.subscribe(this.nodeId, (text) => {
      this.text = text;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end?.();
  }

  override render(): TemplateResult {
    return html`${this.text}${this.nodes.map((node) => show(node, this.own))}`;
  }
}
customElements.define('own-text', OwnText);

const ELEMENTS: Readonly<Record<Tag, (inside: unknown) => TemplateResult>> = {
  div: (inside) => html`<div>${inside}</div>`,
  section: (inside) => html`<section>${inside}</section>`,
  blockquote: (inside) => html`<blockquote>${inside}</blockquote>`,
  p: (inside) => html`<p>${inside}</p>`,
  h2: (inside) => html`<h2>${inside}</h2>`,
  b: (inside) => html`<b>${inside}</b>`,
  em: (inside) => html`<em>${inside}</em>`,
  span: (inside) => html`<span>${inside}</span>`,
};

function show(tree: Tree, own: Own): unknown {
  switch (tree.kind) {
    case 'text':
      return tree.text;
    case 'number':
      return tree.value;
    case 'nothing':
      return tree.value === null ? null : nothing;
    case 'sentence': {
      const { inline, what, why, times, more } = tree;
      return inline
        ? html`<span>The ${what}<em>${why}</em> ${times}${more}</span>`
        : html`<p>Take ${what} for ${why}, ${times} times${more === null ? ' or not' : html`<b>${more}</b>`}.</p>`;
    }
    case 'element':
      return ELEMENTS[tree.tag](tree.children.map((child) => show(child, own)));
    case 'fragment':
      return tree.children.map((child) => show(child, own));
    case 'list':
      return tree.keyed
        ? repeat(
            tree.children,
            ({ id }) => id,
            (child) => show(child, own),
          )
        : tree.children.map((child) => show(child, own));
    case 'choice': {
      const shown = tree.children[tree.first ? 0 : 1];
      return shown && show(shown, own);
    }
    case 'component':
      return keyed(
        tree.id,
        html`<own-text .nodeId=${tree.id} .own=${own} .nodes=${tree.children}></own-text>`,
      );
  }
}

export const mount: Mount = (element, first, own) => {
  const update = (tree: Tree): void => void render(show(tree, own), element);
  update(first);
  const pending = (): OwnText[] =>
    [...element.querySelectorAll<OwnText>('own-text')].filter(({ isUpdatePending }) => isUpdatePending);
  return {
    update,
    flush: async () => {
      for (let waiting = pending(); waiting.length > 0; waiting = pending())
        await Promise.all(waiting.map(({ updateComplete }) => updateComplete));
    },
    unmount: () => void render(nothing, element),
  };
};
