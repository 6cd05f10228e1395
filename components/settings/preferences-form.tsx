"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTheme } from "@/components/shell/theme";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Select } from "@/components/ui/input";
import { SaveBar } from "@/components/ui/save-bar";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import { savePreferences } from "@/lib/accounts/personal/actions";
import type { Preferences } from "@/lib/accounts/schema-preferences";
import { NUMBER_STYLES, type NumberStyleName } from "@/lib/values/display/number-style";
import { THEMES } from "@/lib/values/display/theme";

const THEME_NAMES = { light: "Light", dark: "Dark", system: "As this device" } as const;

const NUMBER_NAMES: Readonly<Record<NumberStyleName, string>> = {
  browser: "As the language of the browser",
  comma: "1,234,567.89",
  point: "1.234.567,89",
  space: "1 234 567,89",
  apostrophe: "1’234’567.89",
  indian: "12,34,567.89",
};

/** How the person wants to see the console, wherever they sign in. */
export function PreferencesForm({
  preferences,
  timeZones,
}: {
  preferences: Preferences;
  timeZones: readonly string[];
}) {
  const router = useRouter();
  const { theme, setTheme } = useTheme();
  // The header's menu may have chosen another theme since the page was read.
  const saved = { ...preferences, theme };
  const [changed, setChanged] = useState<Partial<Preferences>>({});
  const shown = { ...saved, ...changed };
  const isChanged = JSON.stringify(shown) !== JSON.stringify(saved);
  const { submit, busy, fault, message, requestId } = useSubmit(savePreferences, (_, input) => {
    setTheme(input.theme);
    // Every number and time of the page is written anew.
    if (input.numberStyle !== saved.numberStyle || input.timeZone !== saved.timeZone)
      return window.location.reload();
    toast.success("Saved");
    setChanged({});
    router.refresh();
  });
  const change = (next: Partial<Preferences>) => setChanged({ ...changed, ...next });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(shown);
      }}
    >
      <Card
        id="preferences"
        title="Preferences"
        description="For you alone, wherever you sign in. Files and the API stay as they are."
        footer={<SaveBar isSame={!isChanged} busy={busy} />}
      >
        <div className="max-w-xl space-y-4">
          <FormError message={message} requestId={requestId} />
          <Field label="Theme" error={fault("theme")}>
            <Select
              value={shown.theme}
              onChange={({ target }) => {
                const chosen = THEMES.find((one) => one === target.value);
                if (chosen) change({ theme: chosen });
              }}
            >
              {THEMES.map((one) => (
                <option key={one} value={one}>
                  {THEME_NAMES[one]}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="Numbers" error={fault("numberStyle")}>
            <Select
              value={shown.numberStyle}
              onChange={({ target }) => {
                const chosen = NUMBER_STYLES.find((one) => one === target.value);
                if (chosen) change({ numberStyle: chosen });
              }}
            >
              {NUMBER_STYLES.map((one) => (
                <option key={one} value={one}>
                  {NUMBER_NAMES[one]}
                </option>
              ))}
            </Select>
          </Field>
          <Field
            label="Time zone"
            hint="Days and times are UTC everywhere; your own time is shown when you point at one."
            error={fault("timeZone")}
          >
            <Select value={shown.timeZone} onChange={({ target }) => change({ timeZone: target.value })}>
              <option value="">As this device</option>
              {timeZones.map((name) => (
                <option key={name} value={name}>
                  {name.replaceAll("_", " ")}
                </option>
              ))}
            </Select>
          </Field>
          <Checkbox
            label="Keyboard shortcuts"
            hint="Single keys such as g b for Billing, and ? for the list of them. Ctrl K and ⌘ K stay."
            checked={shown.hasShortcuts}
            onChange={({ target }) => change({ hasShortcuts: target.checked })}
          />
        </div>
      </Card>
    </form>
  );
}
