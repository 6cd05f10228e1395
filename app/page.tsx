import { redirect } from "next/navigation";

/** The console opens on what everyone asks first: what is left. */
export default function Home(): never {
  redirect("/billing");
}
