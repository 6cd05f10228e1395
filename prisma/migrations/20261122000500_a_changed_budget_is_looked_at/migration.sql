-- What the limit of a budget was changed to may be used up already: the worker looks at it then, and not when something is spent next.
ALTER TABLE budgets ADD COLUMN changed_at timestamptz(3);
