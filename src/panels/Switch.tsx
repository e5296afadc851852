// A switch with its label.
import type { ComponentChildren } from 'preact';

interface SwitchProps {
  readonly label: ComponentChildren;
  readonly checked: boolean;
  readonly onChange: (on: boolean) => void;
}

export function Switch({ label, checked, onChange }: SwitchProps) {
  return (
    <label class="switch">
      <span>{label}</span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={checked}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
