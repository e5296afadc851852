// The pages of editors.test.ts: an editor from npm in a form, a page's own editable paragraphs, fields and a frame.
import { healthPage } from '../e2e/harness.ts';
import { LAST, PASTE_EAR } from './twins.ts';

/** Counts the marks that ever come into an element. */
const GUARD = `<script>
  window.cameIn = 0;
  const guard = (root) => new MutationObserver(() => { cameIn += root.querySelectorAll('bedsideterm').length; }).observe(root, { subtree: true, childList: true });
</script>`;

/** Three times the same editor: one to write in, one to read only, and one that a button opens in place of a post. */
export const editorPage = (script: string): string =>
  healthPage(
    `<form action="/sent"><input type="hidden" name="sent"><div id="editor"></div><div id="reader"></div>
<div id="post">A post of osteomyelitis and <b>hepatitis</b> of the patient</div><button id="send">Send</button></form>
<button id="edit">Edit</button><p id="other">Nothing yet.</p>${LAST}
<script>
  const [form, main, reader, post] = ['form', '#editor', '#reader', '#post'].map((selector) => document.querySelector(selector));
  [main, reader].forEach(guard);
  window.editors = {
    main: openEditor(main, { editable: true, text: 'Bone marrow edema and osteoporosis' }),
    reader: openEditor(reader, { editable: false, text: 'Read of arthritis' }),
  };
  document.querySelector('#edit').onclick = () => { editors.late = openEditor(post, { editable: true, text: '' }); guard(post); };
  form.onsubmit = () => { form.elements.sent.value = JSON.stringify(Object.values(editors).map((editor) => editor.html())); };
</script>`,
    PASTE_EAR + GUARD + script,
  );

/** How a page makes a paragraph editable after it was marked. The element is the section round the paragraph. */
const WAYS: Readonly<Record<string, string>> = {
  attribute: `(section) => section.firstChild.setAttribute('contenteditable', 'true')`,
  'empty-attribute-round-it': `(section) => section.setAttribute('contenteditable', '')`,
  property: `(section) => { section.firstChild.contentEditable = 'true'; }`,
  'plaintext-only': `(section) => { section.firstChild.contentEditable = 'plaintext-only'; }`,
  'role-and-attribute': `(section) => { section.setAttribute('role', 'textbox'); section.contentEditable = 'true'; }`,
  'moved-into-an-editable': `(section) => {
    const box = document.createElement('div');
    box.contentEditable = 'true';
    section.append(box);
    box.append(section.firstChild);
  }`,
};
export const WAY_NAMES = Object.keys(WAYS);

const POST = '<p>They found bone marrow edema and <b>osteomyelitis</b> early.</p>';

/** What is edited is written down with every event of it; what all sections hold is sent. */
const OWN_SCRIPT = `<script>
  const form = document.querySelector('form');
  const sections = [...document.querySelectorAll('section')];
  window.held = [];
  const press = (id, act) => {
    const button = document.querySelector(id);
    // The selection stays, as under any toolbar.
    button.onmousedown = (event) => event.preventDefault();
    button.onclick = act;
  };
  form.onsubmit = () => { form.elements.sent.value = sections.map((section) => section.innerHTML).join(''); };
  press('#bold', () => {
    const section = getSelection().anchorNode.parentElement.closest('section');
    document.execCommand('bold');
    held.push('bold: ' + section.innerHTML);
  });
</script>`;

const FORM = `<form action="/sent"><input type="hidden" name="sent"></form><p><button id="bold">Bold</button> <button id="done">Done</button></p>`;

export const OWN = healthPage(`${FORM}
${WAY_NAMES.map((way) => `<section id="${way}">${POST}</section><button id="edit-${way}">Edit</button>`).join('\n')}${LAST}${OWN_SCRIPT}
<script>
  const ways = { ${Object.entries(WAYS)
    .map(([way, code]) => `'${way}': ${code}`)
    .join(', ')} };
  for (const [way, edit] of Object.entries(ways)) press('#edit-' + way, () => edit(document.getElementById(way)));
  for (const type of ['keydown', 'beforeinput', 'input'])
    addEventListener(type, ({ target }) => held.push(type + ': ' + target.closest('section')?.innerHTML));
  press('#done', () => { for (const element of document.querySelectorAll('[contenteditable]')) element.removeAttribute('contenteditable'); });
</script>`);

/** A design mode is no change of the tree: nothing can be known of it before the first key, so only what came of that is looked at. */
export const DESIGN =
  healthPage(`${FORM}<section id="post">${POST}</section><button id="edit">Edit</button>${LAST}${OWN_SCRIPT}
<script>
  press('#edit', () => { document.designMode = 'on'; });
  press('#done', () => { document.designMode = 'off'; });
  addEventListener('input', () => held.push('input: ' + sections[0].innerHTML));
</script>`);

/** Fields and a frame in which people write. */
export const FIELDS = healthPage(`<input value="osteomyelitis"><textarea>hepatitis</textarea>
<iframe id="frame" srcdoc="<body>osteomyelitis</body>"></iframe>${LAST}
<script>const frame = document.querySelector('#frame'); frame.onload = () => { frame.contentDocument.designMode = 'on'; };</script>`);
