// Lexical with rich text and history.
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';

window.openEditor = (root, { editable, text }) => {
  const content = root.textContent || text;
  root.textContent = '';
  const editor = createEditor({
    editable,
    onError: (error) => {
      throw error;
    },
  });
  // Lexical leaves the attribute to its user.
  const show = (open: boolean): void => {
    root.contentEditable = String(open);
  };
  show(editable);
  editor.setRootElement(root);
  registerRichText(editor);
  registerHistory(editor, createEmptyHistoryState(), 300);
  editor.update(() => $getRoot().append($createParagraphNode().append($createTextNode(content))), {
    discrete: true,
  });
  return {
    model: () => editor.getEditorState().toJSON(),
    html: () => root.innerHTML,
    setEditable: (open) => {
      editor.setEditable(open);
      show(open);
    },
    focusEnd: () => {
      root.focus();
      editor.update(() => $getRoot().selectEnd(), { discrete: true });
    },
  };
};
