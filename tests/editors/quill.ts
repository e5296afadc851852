// Quill without a toolbar.
import Quill from 'quill';
import 'quill/dist/quill.core.css';

window.openEditor = (root, { editable, text }) => {
  // Quill itself takes over what stands in its root.
  if (root.childNodes.length === 0) root.textContent = text;
  const quill = new Quill(root, { readOnly: !editable });
  return {
    model: () => quill.getContents().ops,
    html: () => quill.root.innerHTML,
    setEditable: (open) => quill.enable(open),
    focusEnd: () => quill.setSelection(quill.getLength() - 1),
  };
};
