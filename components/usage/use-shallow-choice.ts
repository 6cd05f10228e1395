"use client";

import { usePathname, useSearchParams } from "next/navigation";

/** One of several ways to look at what is here already, kept in the URL without asking the server again. The first one is the usual. */
export function useShallowChoice<Value extends string>(
  name: string,
  values: readonly [Value, ...Value[]],
): [Value, (next: Value) => void] {
  const params = useSearchParams();
  const path = usePathname();
  const asked = params.get(name);
  const value = values.find((one) => one === asked) ?? values[0];
  const choose = (next: Value) => {
    const query = new URLSearchParams(params);
    if (next === values[0]) query.delete(name);
    else query.set(name, next);
    const text = query.toString();
    window.history.replaceState(null, "", text ? `${path}?${text}` : path);
  };
  return [value, choose];
}
