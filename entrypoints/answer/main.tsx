// The window that answers a question of the context menu where no script may run: the same card, filling a page of the extension.
import { render } from 'preact';
import { Card } from '../../src/card/Card.tsx';
import { tellChoices } from '../../src/card/controller.ts';
import { type CardEvent, type CardState, CLOSED, reduce, shown } from '../../src/card/state.ts';
import { wiring } from '../../src/card/wiring.ts';
import { inOurs, t } from '../../src/i18n.ts';
import { askAnswer, askExplanation } from '../../src/messages.ts';
import { loadSettings } from '../../src/settings/store.ts';

const options = wiring();
const settings = await loadSettings();
let state: CardState = CLOSED;

function send(event: CardEvent): void {
  const before = state;
  state = reduce(state, event);
  if (state === before) return;
  tellChoices(before, state, options);
  if (state.kind !== 'open') {
    window.close();
    return;
  }
  const view = shown(state);
  render(
    <Card
      view={view}
      before={state.trail.slice(0, -1)}
      more={state.more}
      known={state.known}
      look={settings}
      edition={options.edition}
      send={send}
      onReadOn={options.readOn}
      onSearch={options.search}
    />,
    document.body,
  );
  if (view.content.kind !== 'loading' || (before.kind === 'open' && shown(before) === view)) return;
  load(view.ids).then(send, () => send({ type: 'failed', ids: view.ids }));
}

async function load(ids: readonly string[]): Promise<CardEvent> {
  if (ids.length > 0) return { type: 'loaded', ids, entries: await Promise.all(ids.map(askExplanation)) };
  return { type: 'answered', answer: (await askAnswer()) ?? { kind: 'unclear' } };
}

document.title = t('manifest.shortName');
Object.assign(document.documentElement, inOurs());
document.addEventListener('keydown', ({ key }) => key === 'Escape' && send({ type: 'close' }));
send({ type: 'ask' });
