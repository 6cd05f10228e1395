import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/web/action-result";

/** Says in a toast what went wrong with something that has no form around it to say so. */
export async function told<Data>(asked: Promise<ActionResult<Data>>): Promise<ActionResult<Data>> {
  try {
    const result = await asked;
    if (!result.ok) toast.error(result.message);
    return result;
  } catch (error) {
    toast.error("The server could not be reached. Nothing was changed; try again.");
    throw error;
  }
}
