import type { ReactNode } from "react";
import type { Refusal } from "#kernel/result.ts";
import { newId } from "#kernel/id.ts";

export interface FormProps {
  readonly action: string;
  readonly children: ReactNode;
  readonly refusal?: Refusal | undefined;
  readonly upload?: boolean;
  readonly id?: string;
  readonly className?: string;
}

/** A form that posts. It carries a key, so that sending it twice does its work once. */
export function Form({ action, children, refusal, upload, id, className = "form" }: FormProps): ReactNode {
  return (
    <form
      method="post"
      action={action}
      id={id}
      className={className}
      encType={upload ? "multipart/form-data" : undefined}
      noValidate
    >
      <input type="hidden" name="_key" value={newId()} />
      {refusal && <RefusalNotice refusal={refusal} />}
      {children}
    </form>
  );
}

/** What was refused and what to do next, above the form; field messages link to their fields. */
export function RefusalNotice({ refusal }: { readonly refusal: Refusal }): ReactNode {
  return (
    <div className="notice notice-bad" role="alert">
      <p className="notice-title">{refusal.message}</p>
      {refusal.remedy && <p>{refusal.remedy}</p>}
      {refusal.fields && (
        <ul className="mt-2 list-disc pl-6">
          {Object.entries(refusal.fields).map(([name, message]) => (
            <li key={name}>
              <a href={`#${name}`}>{message}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value?: string | number | undefined;
  readonly hint?: ReactNode;
  readonly required?: boolean;
  readonly refusal?: Refusal | undefined;
  /** The page is opened to type here: the field has the focus at once. */
  readonly startsHere?: boolean;
}

interface FrameProps extends FieldProps {
  readonly children: ReactNode;
}

function FieldFrame({ name, label, hint, required, refusal, children }: FrameProps): ReactNode {
  const error = refusal?.fields?.[name];
  return (
    <div className="field">
      <label htmlFor={name} className="field-label">
        {label}
        {required && <span className="field-required">必須</span>}
      </label>
      {hint && (
        <div className="field-hint" id={`${name}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p className="field-error" id={`${name}-error`}>
          {error}
        </p>
      )}
      {children}
    </div>
  );
}

/** Attributes that tie a control to its label, hint and error. */
function controlProps({ name, hint, required, refusal, startsHere }: FieldProps) {
  const error = refusal?.fields?.[name];
  const described = [hint ? `${name}-hint` : "", error ? `${name}-error` : ""].filter(Boolean).join(" ");
  return {
    id: name,
    name,
    "aria-required": required,
    "aria-invalid": error ? true : undefined,
    "aria-describedby": described || undefined,
    autoFocus: startsHere || undefined,
  };
}

export interface TextFieldProps extends FieldProps {
  readonly type?: "text" | "email" | "password" | "search" | "date" | "tel" | "url";
  readonly inputMode?: "numeric" | "decimal" | "email" | "tel";
  readonly autoComplete?: string;
  readonly short?: boolean;
}

export function TextField(props: TextFieldProps): ReactNode {
  return (
    <FieldFrame {...props}>
      <input
        {...controlProps(props)}
        className={`input${props.short ? " input-short" : ""}`}
        type={props.type ?? "text"}
        inputMode={props.inputMode}
        autoComplete={props.autoComplete}
        defaultValue={props.value}
      />
    </FieldFrame>
  );
}

export function TextArea(props: FieldProps & { readonly rows?: number }): ReactNode {
  return (
    <FieldFrame {...props}>
      <textarea {...controlProps(props)} className="input" rows={props.rows ?? 6} defaultValue={props.value} />
    </FieldFrame>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

export function SelectField(
  props: FieldProps & { readonly options: readonly Option[]; readonly blank?: string },
): ReactNode {
  return (
    <FieldFrame {...props}>
      <select {...controlProps(props)} className="input" defaultValue={props.value}>
        {props.blank !== undefined && <option value="">{props.blank}</option>}
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** A frame into which a file is dropped, or from which one is chosen. */
export function FileField(props: FieldProps & { readonly accept: string }): ReactNode {
  return (
    <FieldFrame {...props}>
      <input
        {...controlProps(props)}
        className="input !min-h-24 cursor-pointer border-dashed bg-solid-gray-50 !px-6 !py-8"
        type="file"
        accept={props.accept}
      />
    </FieldFrame>
  );
}

interface ChoicesProps extends FieldProps {
  readonly options: readonly Option[];
  readonly kind?: "radio" | "checkbox";
  readonly chosen?: readonly string[];
}

/** Radio buttons, or check boxes when several may be chosen. */
export function Choices(props: ChoicesProps): ReactNode {
  const { name, label, hint, required, refusal, options, kind = "radio", chosen = [] } = props;
  const error = refusal?.fields?.[name];
  return (
    <fieldset className="field" id={name}>
      <legend className="field-label">
        {label}
        {required && <span className="field-required">必須</span>}
      </legend>
      {hint && <div className="field-hint">{hint}</div>}
      {error && <p className="field-error">{error}</p>}
      {options.map((option) => (
        <label key={option.value} className="choice">
          <input type={kind} name={name} value={option.value} defaultChecked={chosen.includes(option.value)} />
          <span>
            {option.label}
            {option.hint && <span className="field-hint block">{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
