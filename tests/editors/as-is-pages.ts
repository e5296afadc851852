// The pages of page-as-is.test.ts: an article to copy from, pages that listen to what happens to them, and things to press, drag and walk through.
import { healthPage } from '../e2e/harness.ts';
import { LAST, PASTE_EAR } from './twins.ts';

const ARTICLE = `<article id="article"><h2>Pain in the hip</h2>
<p id="first">They found <b>bone marrow edema</b> and early osteonecrosis, so a biopsy was planned.</p>
<p id="second">A severe bone marrow edema of the hip, with <i>arth</i>ritis and <a href="#last">osteomyelitis</a> near it.</p>
<ul><li id="item">osteoporosis</li><li>bone&nbsp;marrow   edema</li></ul></article>
<div id="bottom" style="height: 60px; width: 300px">drop here</div>${LAST}`;

const PRINTED = Array.from(
  { length: 50 },
  (_, i) => `<p>Row ${i}: osteoporosis, then <b>bone marrow edema</b> and arthritis of the hip.</p>`,
).join('');

const LONG = `<p><a id="jump" href="#:~:text=biopsy%20of%20the%20spine">Further down</a></p>
<div style="height: 3000px"></div><p>Here is osteomyelitis of the left heel with pain.</p>
<div style="height: 3000px"></div><p>A biopsy of the spine and of the hip.</p>
<div style="height: 3000px"></div>`;

/** The page copies by its own hand. */
const OWN_COPY = `<script>addEventListener('copy', (event) => {
  const box = document.createElement('div');
  box.append(getSelection().getRangeAt(0).cloneContents());
  event.clipboardData.setData('text/plain', getSelection() + ' (from our page)');
  event.clipboardData.setData('text/html', box.innerHTML);
  event.preventDefault();
});</script>`;

/** What a drag carries when it starts; where it is dropped comes after the driver's last word. */
const DRAG_EAR = `<script>
  window.carried = [];
  addEventListener('dragstart', ({ target, dataTransfer: data }) => carried.push([(target.nodeType === 3 ? target.parentNode : target).nodeName, data.getData('text/plain'), data.getData('text/html')]));
</script>`;

/** Everything a press or a passing pointer tells the page, with the element it is told of. */
const POINTER_EAR = `<script>
  window.heard = [];
  const nameOf = (node) => (node && node.nodeName ? node.nodeName.toLowerCase() + (node.id ? '#' + node.id : '') : String(node));
  for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click', 'dblclick', 'contextmenu', 'pointerover', 'mouseover', 'mouseout', 'focusin', 'change', 'dragstart'])
    addEventListener(type, (event) => heard.push([type, nameOf(event.target), nameOf(event.relatedTarget), event.composedPath().length]), true);
</script>`;

/** Things that do something when pressed, each with a word in it; what they did is in \`did\`. */
const CONTROLS = `
<p><a id="link" href="#there">The osteoporosis page</a> <button id="button">Osteomyelitis</button>
<span id="menu" role="button" tabindex="0">arthritis menu</span> <span id="inline" onclick="did.push('inline')">read of hepatitis</span></p>
<details id="details"><summary id="summary">About osteonecrosis</summary><p>Told later.</p></details>
<p><label id="label"><input type="checkbox" id="check"> I have osteoporosis</label> <label id="for" for="radio">or arthritis</label> <input type="radio" id="radio"></p>
<div role="tablist"><span role="tab" id="tab-1" tabindex="0">Arthritis</span> <span role="tab" id="tab-2" tabindex="-1">Osteoporosis</span></div>
<div id="card"><h3 class="card-title" id="title">On osteomyelitis</h3><p id="text">A biopsy tells.</p></div>
<ul id="list"><li id="li-1">hepatitis</li><li id="li-2">osteonecrosis of the hip</li></ul>
<div id="itself">This arthritis has a listener that wants the element itself.</div>
<p><input id="field" value="arthritis"> <span id="editable-less" tabindex="0">osteoporosis</span></p>`;

const CONTROLS_SCRIPT = `<script>
  window.did = [];
  document.querySelector('#button').onclick = () => did.push('button');
  document.querySelector('#menu').onclick = (event) => did.push('menu ' + (event.target === event.currentTarget));
  for (const tab of document.querySelectorAll('[role=tab]'))
    tab.onclick = ({ target }) => did.push('tab ' + target.id);
  document.querySelector('#card').addEventListener('click', ({ target }) => did.push('card ' + target.id));
  document.querySelector('#itself').addEventListener('click', ({ target, currentTarget }) => did.push('itself ' + (target === currentTarget)));
  document.addEventListener('click', ({ target }) => {
    if (target.tagName === 'LI') did.push('item ' + target.id);
    if (target.matches('.card-title')) did.push('title');
  });
  document.querySelector('#check').onchange = ({ target }) => did.push('check ' + target.checked);
  document.querySelector('#radio').onchange = ({ target }) => did.push('radio ' + target.checked);
  document.querySelector('#details').ontoggle = ({ target }) => did.push('details ' + target.open);
</script>`;

const HOVERED = `
<p id="over">Here is <b id="bold">bone marrow edema</b> and osteonecrosis with arthritis for the pointer.</p>
<script>
  window.passed = [];
  const over = document.querySelector('#over');
  for (const type of ['mouseover', 'mouseout', 'mouseenter', 'mouseleave', 'pointerover', 'pointerout', 'pointerenter', 'pointerleave'])
    over.addEventListener(type, ({ target }) => passed.push(type + ' ' + target.id));
</script>`;

const DRAGGED = `
<style>#native, #handle, #sorted > li { width: 300px; height: 30px; margin: 0; padding: 0; user-select: none } #goal { width: 300px; height: 60px }</style>
<div id="native" draggable="true">osteoporosis to drag</div><div id="goal">goal</div>
<div id="handle" style="position: relative; touch-action: none">arthritis handle</div>
<ul id="sorted"><li>1 <span class="grip">osteomyelitis</span></li><li>2 <span class="grip">osteonecrosis</span></li><li>3 <span class="grip">hepatitis</span></li></ul>`;

const DRAGGED_SCRIPT = `<script type="module">
  const handle = document.querySelector('#handle');
  window.moves = [];
  handle.addEventListener('pointerdown', (event) => {
    if (event.target !== handle) return moves.push('not by its handle');
    handle.setPointerCapture(event.pointerId);
    handle.onpointermove = ({ clientX }) => moves.push(Math.round(clientX - event.clientX));
  });
  handle.addEventListener('pointerup', () => { handle.onpointermove = null; moves.push('end'); });
  sortable(document.querySelector('#sorted'));
</script>`;

/** @param sortable a script that sets \`window.sortable\` */
export const pagesAsIs = (sortable: string): Readonly<Record<string, string>> => ({
  '/article': healthPage(ARTICLE, PASTE_EAR),
  '/own-copy': healthPage(ARTICLE, PASTE_EAR + OWN_COPY),
  '/dragged-text': healthPage(ARTICLE, DRAG_EAR),
  '/printed': healthPage(PRINTED + LAST),
  '/long': healthPage(
    LONG + LAST,
    // All on whole pixels: a place between two of them is drawn on the one or on the other, from one load to the next.
    '<style>::target-text { background: rgb(255, 0, 255); color: black } * { line-height: 20px } h1, p { margin: 20px 0 }</style>',
  ),
  '/controls': healthPage(CONTROLS + LAST + CONTROLS_SCRIPT, POINTER_EAR),
  '/hovered': healthPage(HOVERED + LAST),
  '/dragged': healthPage(DRAGGED + LAST + DRAGGED_SCRIPT, POINTER_EAR + sortable),
});
