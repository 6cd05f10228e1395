import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** Why: on the transaction and in the mail, for customers to read. */
export function ReasonField({
  value,
  onChange,
  error,
  hint,
}: {
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
  hint: string;
}) {
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
