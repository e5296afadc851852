// CodeMirror 6 as an editor of plain text with history.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { Compartment, EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';

window.openEditor = (root, { editable, text }) => {
  const access = new Compartment();
  const accessOf = (open: boolean) => [EditorView.editable.of(open), EditorState.readOnly.of(!open)];
  const doc = root.textContent || text;
  root.textContent = '';
  const view = new EditorView({
    parent: root,
    state: EditorState.create({
      doc,
      extensions: [
        history(),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        EditorView.lineWrapping,
        access.of(accessOf(editable)),
      ],
    }),
  });
  return {
    model: () => view.state.toJSON(),
    html: () => view.state.doc.toString(),
    setEditable: (open) => view.dispatch({ effects: access.reconfigure(accessOf(open)) }),
    focusEnd: () => {
      view.focus();
      view.dispatch({ selection: { anchor: view.state.doc.length } });
    },
  };
};
