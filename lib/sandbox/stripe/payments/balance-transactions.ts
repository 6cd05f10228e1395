import { listPage, listParameters } from "../server/paginate";
import { currency, parameters, text } from "../server/parameters";
import { get, type Resource } from "../server/route";
import { idOf } from "../store/ids";

const PATH = "/v1/balance_transactions";
const filters = listParameters({
  currency: currency().optional(),
  payout: text().optional(),
  source: text().optional(),
  type: text().optional(),
});

/** What has moved the account's balance. */
export const balanceTransactions: Resource = {
  routes: [
    get(PATH, filters, (tx, { params }) =>
      listPage(
        tx,
        "balance_transaction",
        PATH,
        params,
        (entry) =>
          (params.currency === undefined || entry.currency === params.currency) &&
          (params.source === undefined || idOf(entry.source) === params.source) &&
          (params.type === undefined || entry.type === params.type) &&
          params.payout === undefined,
      ),
    ),
    get(`${PATH}/:id`, parameters({}), (tx, { path }) => tx.need("balance_transaction", path.id ?? "")),
  ],
};
