// A drawn toolbar: the address bar, the puzzle piece, and Bedside's button beside it.
import { Icon } from '../look/Icon.tsx';
import { PUZZLE } from '../look/icons.ts';

export function ToolbarPicture({ label }: { readonly label: string }) {
  return (
    <div class="toolbar" role="img" aria-label={label}>
      <span class="address" />
      <span class="button here">
        <img src="/icon/48.png" alt="" width="24" height="24" />
      </span>
      <span class="button">
        <Icon of={PUZZLE} />
      </span>
    </div>
  );
}
