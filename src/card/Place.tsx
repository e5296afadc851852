// Where in the body something is: a picture of the body with the place filled in, and the same in words.
import { useEffect, useState } from 'preact/hooks';
import type { Drawing, Where } from '../glossary/drawings.ts';
import { IN_ENGLISH, t } from '../i18n.ts';
import { loadDrawing } from './drawing-source.ts';

type Picture =
  | { readonly kind: 'loading' }
  | { readonly kind: 'none' }
  | { readonly kind: 'ready'; readonly drawing: Drawing };

/** The place of an entry; nothing where it has none. Its drawing is asked for when it is shown. */
export function Place({ where }: { readonly where: Where | undefined }) {
  return where === undefined ? null : <Located key={where.place} where={where} />;
}

function Located({ where: { place, figure, at, sided } }: { readonly where: Where }) {
  const [picture, setPicture] = useState<Picture>({ kind: 'loading' });
  useEffect(() => {
    let wanted = true;
    const show = (result: Picture): void => {
      if (wanted) setPicture(result);
    };
    loadDrawing(figure).then(
      (drawing) => show({ kind: 'ready', drawing }),
      () => show({ kind: 'none' }),
    );
    return () => {
      wanted = false;
    };
  }, [figure]);
  const shape = picture.kind === 'ready' ? picture.drawing.places[place] : undefined;
  // Its room is kept while it loads, so that nothing jumps.
  const hasRoom = picture.kind === 'loading' || shape !== undefined;
  return (
    <figure class="where">
      {hasRoom && (
        <span class="picture">
          {picture.kind === 'ready' && shape && (
            <svg viewBox={shape.view} data-place={place} aria-hidden="true">
              <path class="outline" d={picture.drawing.outline} />
              {shape.ring && <path class="ring" d={shape.ring} />}
              {shape.area && <path class="area" d={shape.area} />}
              {shape.organ && <path class="organ" d={shape.organ} />}
            </svg>
          )}
        </span>
      )}
      <figcaption>
        <span class="label">{t('entry.where')}</span>
        <span class="at" {...IN_ENGLISH}>
          {at}
        </span>
        {sided && shape && <span class="facing">{t('entry.facing')}</span>}
      </figcaption>
    </figure>
  );
}
