"use client";

import { lazy } from "react";
import type { MenuProps } from "./menu-parts";
import { OnDemand } from "./on-demand";

const load = () => import("./menu-parts");
const MenuWithButton = lazy(() => load().then((parts) => ({ default: parts.MenuWithButton })));

/** A list of actions behind a button. */
export function Menu(props: MenuProps) {
  return (
    <OnDemand trigger={props.trigger} opens="menu" load={load}>
      <MenuWithButton {...props} />
    </OnDemand>
  );
}

export const MenuItem = lazy(() => load().then((parts) => ({ default: parts.MenuItem })));
/** One of several, of which one is chosen; they stand in `MenuChoices`. */
export const MenuChoice = lazy(() => load().then((parts) => ({ default: parts.MenuChoice })));
export const MenuChoices = lazy(() => load().then((parts) => ({ default: parts.MenuChoices })));
/** One of several, of which any number is chosen. The menu stays open. */
export const MenuCheck = lazy(() => load().then((parts) => ({ default: parts.MenuCheck })));
export const MenuLabel = lazy(() => load().then((parts) => ({ default: parts.MenuLabel })));
export const MenuLine = lazy(() => load().then((parts) => ({ default: parts.MenuLine })));
