// What `server-only` is outside Next.
export {};
