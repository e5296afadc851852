// TipTap, and so ProseMirror, with its usual kit.
import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';

window.openEditor = (root, { editable, text }) => {
  // As pages do that edit in place: what stands there is what is edited.
  const content = root.childNodes.length > 0 ? root.innerHTML : `<p>${text}</p>`;
  root.textContent = '';
  const editor = new Editor({ element: root, extensions: [StarterKit], content, editable });
  return {
    model: () => editor.getJSON(),
    html: () => editor.getHTML(),
    setEditable: (open) => editor.setEditable(open),
    // Its own command to focus waits for a frame.
    focusEnd: () => {
      editor.view.focus();
      editor.commands.setTextSelection(editor.state.doc.content.size);
    },
  };
};
