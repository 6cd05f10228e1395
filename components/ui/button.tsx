import { cva, type VariantProps } from "class-variance-authority";
import { LoaderCircle } from "lucide-react";
import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "./cn";

const buttonStyles = cva(
  "inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      look: {
        primary: "border-transparent bg-accent text-on-accent not-disabled:hover:bg-accent-hover",
        secondary: "border-line-strong bg-surface text-ink not-disabled:hover:bg-hover",
        ghost: "border-transparent bg-transparent text-ink not-disabled:hover:bg-hover",
        // What can be done with a row: quiet beside a pointer, its words at the row's edge; a button to be seen and touched where there is none or
        // little room.
        row: "wide:pointer-fine:last:-mr-2.5 border-transparent bg-transparent text-ink not-disabled:hover:bg-hover narrow:h-9 narrow:border-line-strong narrow:bg-surface pointer-coarse:h-11 pointer-coarse:border-line-strong pointer-coarse:bg-surface",
        danger: "border-transparent bg-bad-fill text-on-bad not-disabled:hover:opacity-90",
      },
      size: {
        sm: "h-8 px-2.5 text-sm",
        md: "h-9 px-3 text-sm",
        lg: "h-10 px-4 text-sm",
        icon: "size-8 p-0",
      },
    },
    defaultVariants: { look: "secondary", size: "md" },
  },
);

type Look = VariantProps<typeof buttonStyles>;

/** A button says what it does with a verb. While `busy` it keeps its width and cannot be pressed again. */
export function Button({
  look,
  size,
  busy = false,
  className,
  disabled,
  children,
  type = "button",
  ...props
}: ComponentProps<"button"> & Look & { busy?: boolean }) {
  return (
    <button
      type={type}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      className={cn(buttonStyles({ look, size }), className)}
      {...props}
    >
      {busy && <LoaderCircle className="animate-spin" aria-hidden />}
      {children}
    </button>
  );
}

/** A link that looks like a button: for going somewhere, never for doing something. */
export function LinkButton({ look, size, className, ...props }: ComponentProps<typeof Link> & Look) {
  return <Link className={cn(buttonStyles({ look, size }), className)} {...props} />;
}

/** The same for files and other addresses that the router must not touch. */
export function DownloadButton({ look, size, className, ...props }: ComponentProps<"a"> & Look) {
  return <a className={cn(buttonStyles({ look, size }), className)} {...props} />;
}
