-- When a person showed that the address is theirs: by a link in a mail, or by a provider that vouches for it. Until then
-- nobody else's sign-in is joined to the password that was set.
ALTER TABLE users ADD COLUMN email_verified_at timestamptz(3);
