-- What a person prefers, wherever they sign in. None of it changes what is stored, sent or exported.
ALTER TABLE users
  ADD COLUMN theme text NOT NULL DEFAULT 'system' CHECK (theme IN ('light', 'dark', 'system')),
  ADD COLUMN number_style text NOT NULL DEFAULT 'browser'
    CHECK (number_style IN ('browser', 'comma', 'point', 'space', 'apostrophe', 'indian')),
  -- An IANA name; empty is that of the browser.
  ADD COLUMN time_zone text NOT NULL DEFAULT '' CHECK (time_zone ~ '^([A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+){0,2})?$' AND length(time_zone) <= 64),
  ADD COLUMN has_shortcuts boolean NOT NULL DEFAULT true;
