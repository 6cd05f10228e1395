import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

interface TextProps {
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
}

/** Whose account it is about. */
export function AccountIdField({
  value,
  onChange,
  error,
  hint = "Copied from the customer’s account menu.",
  className,
}: TextProps & { hint?: string; className?: string }) {
  return (
    <Field label="Account ID" hint={hint} error={error} {...(className && { className })}>
      <Input
        value={value}
        onChange={({ target }) => onChange(target.value)}
        autoComplete="off"
        spellCheck={false}
        className="font-mono"
      />
    </Field>
  );
}

/** Why: on the transaction and in the mail, for customers to read. */
export function ReasonField({ value, onChange, error, hint }: TextProps & { hint: string }) {
  return (
    <Field label="Reason" hint={hint} error={error} className="sm:col-span-2">
      <Input
        value={value}
        onChange={({ target }) => onChange(target.value)}
        maxLength={300}
        autoComplete="off"
      />
    </Field>
  );
}
