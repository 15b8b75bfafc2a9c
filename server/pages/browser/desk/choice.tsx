import { useId } from 'preact/hooks';

type Options<Value extends string> = readonly (readonly [value: Value, label: string])[];

/** The values of a set of words, with their words. */
export const kindsOf = <Value extends string>(
  labels: Readonly<Record<Value, string>>,
): Options<Value> => Object.entries<string>(labels) as unknown as Options<Value>;

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: Options<Value>;
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
}

/** One of a few values. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { disabled = false, label, onChange, options, value } = props;
  const id = useId();
  const chosen = (text: string): Value => options.find(([each]) => each === text)?.[0] ?? value;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(chosen(event.currentTarget.value))}
      >
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly inputId?: string;
  readonly type?: 'text' | 'date' | 'password';
  readonly note?: string;
  readonly required?: boolean;
}

/** A line of text. */
export function TextField(props: TextFieldProps) {
  const { inputId, label, note, onChange, required = false, type = 'text', value } = props;
  const made = useId();
  const id = inputId ?? made;
  const same = {
    id,
    value,
    required,
    autocomplete: 'off',
    'aria-describedby': note ? `${id}-note` : undefined,
    onInput: (event: { readonly currentTarget: HTMLInputElement }) =>
      onChange(event.currentTarget.value),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {type === 'text' && <input type="text" dir="auto" {...same} />}
      {type === 'date' && <input type="date" {...same} />}
      {type === 'password' && <input type="password" {...same} />}
      {note && <small id={`${id}-note`}>{note}</small>}
    </div>
  );
}

interface TickProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Yes or no. */
export function Tick({ checked, label, onChange }: TickProps) {
  const id = useId();
  return (
    <div class="tick">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
    </div>
  );
}
