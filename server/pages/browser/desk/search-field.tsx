import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { words } from './words.ts';

export interface Finding {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
}

interface SearchFieldProps {
  readonly label: string;
  readonly inputId?: string;
  readonly find: (text: string) => Promise<readonly Finding[]>;
  readonly onChoose: (found: Finding) => void;
  /** Offers the text itself as something new, where that may be. */
  readonly newLabel?: (text: string) => string;
  readonly onNew?: (text: string) => void;
}

const pauseMs = 120;

/** What is found as one types, and which of it a key would take. */
function useFindings({ find, newLabel, onChoose, onNew }: SearchFieldProps) {
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly Finding[]>([]);
  const [at, setAt] = useState(0);
  const asked = useRef(0);
  const isNew = onNew !== undefined && text.trim() !== '';
  const options: readonly Finding[] = isNew
    ? [...found, { id: '', label: newLabel?.(text.trim()) ?? text }]
    : found;
  const show = (now: readonly Finding[]): void => {
    setFound(now);
    setAt(0);
  };
  useEffect(() => {
    const turn = ++asked.current;
    if (text.trim() === '') return show([]);
    const showLast = (now: readonly Finding[]): void => {
      if (turn === asked.current) show(now);
    };
    const timer = setTimeout(() => void find(text).then(showLast, () => showLast([])), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  const choose = (chosen: Finding | undefined): void => {
    if (chosen === undefined) return;
    if (chosen.id === '') onNew?.(text.trim());
    else onChoose(chosen);
    setText('');
    show([]);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt((at + step + options.length) % Math.max(1, options.length));
    else if (event.key === 'Enter') choose(options[at]);
    else return;
    event.preventDefault();
  };
  return { at, choose, onKeyDown, options, setText, text };
}

/** A field that finds as one types, and takes what is chosen by arrows and Enter, or by a click. */
export function SearchField(props: SearchFieldProps) {
  const id = useId();
  const inputId = props.inputId ?? `${id}-input`;
  const { at, choose, onKeyDown, options, setText, text } = useFindings(props);
  return (
    <div class="search">
      <label for={inputId}>{props.label}</label>
      <input
        id={inputId}
        role="combobox"
        autocomplete="off"
        aria-expanded={options.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={options.length > 0 ? `${id}-${at}` : undefined}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={words.searchResults}
        hidden={!options.length}
      >
        {options.map((option, place) => (
          <div
            id={`${id}-${place}`}
            key={option.id}
            role="option"
            aria-selected={place === at}
            tabIndex={-1}
            onClick={() => choose(option)}
          >
            <bdi>{option.label}</bdi> {option.note && <small>{option.note}</small>}
          </div>
        ))}
      </div>
    </div>
  );
}
