import { make } from '../../elements/markup.ts';
import type { Change, Path, Value } from '../edit-yaml.ts';
import type { Choice, Field } from '../fields.ts';
import { deskWords as words } from '../words.ts';

type Values = Readonly<Record<string, unknown>>;
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** A control on the page: how its value is read, and the field that it stands for. */
type Entry = { field: Field; path: Path; control: Control; before: unknown };

/** What an editor filled in that cannot be written. */
export class FormFault extends Error {
  readonly control: Control;

  constructor(message: string, control: Control) {
    super(message);
    this.control = control;
  }
}

/** A form for an entry of a file, made from the fields of its schema. */
export class EntryForm {
  readonly element: HTMLElement;
  readonly #entries: Entry[] = [];
  readonly #ids: Readonly<Record<string, readonly Choice[]>>;
  #count = 0;

  constructor(
    fields: readonly Field[],
    values: Values,
    ids: Readonly<Record<string, readonly Choice[]>>,
  ) {
    this.#ids = ids;
    this.element = make('div', { class: 'fields' }, ...this.#set(fields, values, []));
  }

  /**
   * What the editor changed.
   * @throws FormFault
   */
  changes(): Change[] {
    return this.#entries.flatMap(({ field, path, control, before }): Change[] => {
      const value = readControl(field, control);
      if (value === undefined && field.required)
        throw new FormFault(words.missing(field.title), control);
      return sameValue(value, before) ? [] : [{ path, value }];
    });
  }

  /** Gives the first field that an editor must fill in the focus; if all are, the first of them. */
  focus(): void {
    const shown = this.#entries.filter(({ control }) => control.offsetParent !== null);
    const empty = shown.find(({ field, control }) => field.required && control.value === '');
    (empty ?? shown[0])?.control.focus();
  }

  /** Fields that are filled in or must be, then the others, and where quotations stand, under a heading. */
  #set(fields: readonly Field[], values: Values, path: Path): Node[] {
    const isShown = ({ name, required, isPlace }: Field): boolean =>
      required || (!isPlace && values[name] !== undefined);
    const [shown, others] = [fields.filter(isShown), fields.filter((field) => !isShown(field))];
    const nodes = shown.flatMap((field) =>
      this.#setField(field, values[field.name], [...path, field.name]),
    );
    // What is not there yet, and has fields of its own, is rare and written by hand.
    const more = others.filter(({ name, type }) => !isNested(type) || values[name] !== undefined);
    if (more.length === 0) return nodes;
    const details = make(
      'details',
      {},
      make('summary', {}, words.more),
      ...more.flatMap((field) => this.#setField(field, values[field.name], [...path, field.name])),
    );
    return [...nodes, details];
  }

  #setField(field: Field, value: unknown, path: Path): Node[] {
    const { type, title, fields = [] } = field;
    if (type === 'fields') {
      return [
        make(
          'fieldset',
          {},
          make('legend', {}, title),
          ...this.#set(fields, asValues(value), path),
        ),
      ];
    }
    if (type === 'list') {
      return (Array.isArray(value) ? value : []).map((item, i) =>
        make(
          'fieldset',
          {},
          make('legend', {}, `${title} ${words.nthPlace(i + 1)}`),
          ...this.#set(fields, asValues(item), [...path, i]),
        ),
      );
    }
    const control = makeControl(
      field,
      value,
      field.refersTo ? (this.#ids[field.refersTo] ?? []) : [],
    );
    this.#count += 1;
    const hint = `hint-${this.#count}`;
    control.name = path.join('.');
    control.setAttribute('aria-describedby', hint);
    this.#entries.push({ field, path, control, before: value });
    const label = make('label', { class: type }, make('span', {}, title), control);
    return [make('div', { class: 'field' }, label, make('small', { id: hint }, field.hint))];
  }
}

const isNested = (type: Field['type']): boolean => type === 'fields' || type === 'list';

const asValues = (value: unknown): Values =>
  typeof value === 'object' && value !== null ? (value as Values) : {};

function makeControl(field: Field, value: unknown, ids: readonly Choice[]): Control {
  const { type, required } = field;
  const written = Array.isArray(value)
    ? value.join('\n')
    : value === undefined
      ? ''
      : String(value);
  if (type === 'choice' || (type === 'text' && ids.length > 0)) {
    const known = field.choices ?? ids;
    const unknown = written !== '' && known.every((choice) => choice.value !== written);
    const choices = [
      ...(required && written !== '' ? [] : [{ value: '', title: required ? words.choose : '' }]),
      ...(unknown ? [{ value: written, title: written }] : []),
      ...known,
    ];
    const select = make(
      'select',
      {},
      ...choices.map((choice) =>
        make('option', { value: choice.value }, labelOf(choice, field.choices === undefined)),
      ),
    );
    select.value = written;
    return select;
  }
  if (type === 'flag') {
    const box = make('input', { type: 'checkbox' });
    box.checked = value === true;
    return box;
  }
  if (type === 'number') {
    return make('input', {
      type: 'text',
      inputmode: 'decimal',
      autocomplete: 'off',
      value: written,
    });
  }
  const area = make('textarea', {
    rows: '1',
    ...(type === 'texts' ? { placeholder: words.oneALine } : {}),
  });
  area.value = written;
  return area;
}

const labelOf = ({ value, title }: Choice, withId: boolean): string =>
  withId && value !== '' && title !== value ? `${title}（${value}）` : title;

/** @throws FormFault */
function readControl(field: Field, control: Control): Value | undefined {
  if (control instanceof HTMLInputElement && control.type === 'checkbox') {
    return control.checked ? true : undefined;
  }
  const written = control.value.trim();
  if (written === '') return undefined;
  if (field.type === 'texts') return written.split(/\s*\n\s*/u);
  if (field.type !== 'number') return written;
  const number = Number(written);
  if (!Number.isFinite(number)) throw new FormFault(words.noNumber(field.title), control);
  return number;
}

/** Whether a value is what it was: `key: false` is as good as no key. */
const sameValue = (value: Value | undefined, before: unknown): boolean =>
  JSON.stringify(value ?? false) === JSON.stringify(before ?? false) ||
  (typeof value === 'string' && value === String(before).trim());
