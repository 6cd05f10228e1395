/** A rule of the price list that recognises a name. */
export type NameRule =
  | { or: readonly NameRule[] }
  | { and: readonly NameRule[] }
  | { equals: string }
  | { starts_with: string }
  | { ends_with: string }
  | { contains: string }
  | { regex: string };

/** How a price list finds its entries by the names that callers use. Stored with the list, and so never changed under a charge. */
export interface ProviderMatching {
  id: string;
  /** Recognises the provider by a name of it, and by a name of a model of its own. */
  names?: NameRule;
  makes?: NameRule;
  /** Providers whose models this one sells as well. */
  resells?: readonly string[];
  models: readonly { id: string; rule: NameRule }[];
}

export interface ListedModel {
  provider: string;
  model: string;
}

/**
 * The entry of the price list that a call's provider and model mean, or null. Without a provider the model must be one that its maker
 * sells under this name: another seller's price could lie below what was paid.
 */
export function findModel(
  list: readonly ProviderMatching[],
  provider: string,
  model: string,
): ListedModel | null {
  const name = model.toLowerCase().trim();
  if (name === "") return null;
  if (provider !== "") {
    const seller = providerNamed(list, provider);
    return seller ? sold(list, seller, name) : null;
  }
  const slash = name.indexOf("/");
  const prefix = slash > 0 ? list.find(({ id }) => id === name.slice(0, slash)) : undefined;
  if (prefix) return sold(list, prefix, name.slice(slash + 1));
  const maker = list.find(({ makes }) => makes && fits(makes, name));
  if (maker) return sold(list, maker, name);
  for (const candidate of list) {
    const found = candidate.makes ? sold(list, candidate, name) : null;
    if (found) return found;
  }
  return null;
}

function providerNamed(list: readonly ProviderMatching[], provider: string): ProviderMatching | undefined {
  const name = provider.toLowerCase().trim();
  return list.find(({ id }) => id === name) ?? list.find(({ names }) => names && fits(names, name));
}

function sold(list: readonly ProviderMatching[], seller: ProviderMatching, name: string): ListedModel | null {
  // "model-20240806" is the same as "model-2024-08-06".
  const dated = name.replace(/(-)(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=-|:|$)/g, "$1$2-$3-$4");
  return entryOf(list, seller, name) ?? (dated === name ? null : entryOf(list, seller, dated));
}

function entryOf(
  list: readonly ProviderMatching[],
  seller: ProviderMatching,
  name: string,
): ListedModel | null {
  const model = seller.models.find(({ rule }) => fits(rule, name));
  if (model) return { provider: seller.id, model: model.id };
  for (const id of seller.resells ?? []) {
    const other = list.find((candidate) => candidate.id === id);
    const resold = other?.models.find(({ rule }) => fits(rule, name));
    if (other && resold) return { provider: other.id, model: resold.id };
  }
  return null;
}

function fits(rule: NameRule, name: string): boolean {
  if ("or" in rule) return rule.or.some((part) => fits(part, name));
  if ("and" in rule) return rule.and.every((part) => fits(part, name));
  if ("equals" in rule) return name === rule.equals.toLowerCase();
  if ("starts_with" in rule) return name.startsWith(rule.starts_with.toLowerCase());
  if ("ends_with" in rule) return name.endsWith(rule.ends_with.toLowerCase());
  if ("contains" in rule) return name.includes(rule.contains.toLowerCase());
  return new RegExp(rule.regex).test(name);
}
