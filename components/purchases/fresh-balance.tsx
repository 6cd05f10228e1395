"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

/** Has every balance on the page asked for now: one was just changed by what the page did on the server. */
export function FreshBalance() {
  const client = useQueryClient();
  useEffect(() => {
    void client.invalidateQueries({ queryKey: ["wallet"] });
  }, [client]);
  return null;
}
