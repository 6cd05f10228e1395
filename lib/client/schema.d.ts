/** The API's types, written by `npm run client` from its OpenAPI document. */

export interface paths {
    "/api/v1/usage-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List usage events
         * @description What the sums of usage are made of: a plain array, newest first. Go on with before, or with the Link header. Needs the scope `usage:read`.
         */
        get: operations["get_usage_events"];
        put?: never;
        /**
         * Meter one to a thousand calls
         * @description Each event is answered on its own, in order. What has run is always charged, into negative credit if need be; an event with enforce is refused instead. The same id is never charged twice: with the same content it is answered as the first time, with other content it is refused. One event may also be sent by itself, or several as an array. Needs the scope `usage:write`.
         */
        post: operations["post_usage_events"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what was used
         * @description By UTC day, model, type, feature, member, team, project, key or category. Totals are of all rows. With compare each row stands beside what the same group used before. Needs the scope `usage:read`.
         */
        get: operations["get_usage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export what was used
         * @description Needs the scope `usage:read`.
         */
        get: operations["get_usage_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage-events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a usage event
         * @description transaction_id names the row that charged it; explain that one to see how the charge came about. Needs the scope `usage:read`.
         */
        get: operations["get_usage_events_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage-events.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export usage events
         * @description Needs the scope `usage:read`.
         */
        get: operations["get_usage_events_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credits/wallet/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the balance
         * @description Needs the scope `account:read`.
         */
        get: operations["get_credits_wallet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credits/rate-cards/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the live rate card
         * @description As it applies to the account. Name a model to see its prices in the price list. Needs the scope `usage:read`.
         */
        get: operations["get_credits_rate_cards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List transactions
         * @description A plain array, newest first; also under /billing/transactions. Go on with before, or with the Link header. Needs the scope `ledger:read`.
         */
        get: operations["get_transactions"];
        put?: never;
        /**
         * Post a transaction
         * @description For platform keys: grants, corrections, and rows of accounts that move in from another billing system. The type says which sign the amount may have. Needs the scope `ledger:write`.
         */
        post: operations["post_transactions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export transactions
         * @description Needs the scope `ledger:read`.
         */
        get: operations["get_transactions_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Explain a transaction
         * @description Needs the scope `ledger:read`.
         */
        get: operations["get_transactions_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/purchases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List purchases
         * @description A plain array, newest first. Go on with before, or with the Link header. Needs the scope `ledger:read`.
         */
        get: operations["get_purchases"];
        put?: never;
        /**
         * Begin a purchase of credit
         * @description The price is fixed now. Send a person to checkout_url to pay; the credit is in the ledger once the payment succeeded. The same Idempotency-Key is the same purchase. Needs the scope `billing:write`.
         */
        post: operations["post_purchases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/purchases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a purchase
         * @description Needs the scope `ledger:read`.
         */
        get: operations["get_purchases_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consumption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the balance, its end and the top consumers
         * @description Credits by day or month, and by member, model, feature (the type of job), team, project and key, each adding up to the same total; when the credit runs out, as a range that holds four of five cases, and what of expiring grants will likely be left. Needs ledger:read besides. Needs the scope `usage:read`.
         */
        get: operations["get_consumption"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consumption.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export consumption
         * @description Needs the scope `usage:read`.
         */
        get: operations["get_consumption_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/focus.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export purchases and usage in the format of FOCUS 1.2
         * @description The FinOps Open Cost and Usage Specification, with credit as a virtual currency: bought in dollars, used up in ECU. The sum of PricingCurrencyEffectiveCost in ECU is what was charged for usage of these days. What was consumed is counted in Tokens, else in Calls; what is metered by time in Hours, GPU-Hours, CPU-Hours, vCPU-Hours, GB-Hours or GB-Days, and in Usage Events where its events measured nothing of the kind. Credit that was paid through this console is billed at what was paid, before tax; what it was sold for elsewhere is not known here, and it is billed at the price of credit on its day. InvoiceId is the number of the receipt or credit note. What usage has for its cost is its credit at its value on that day, whatever was paid for it, also where it was given. Needs ledger:read besides. Needs the scope `usage:read`.
         */
        get: operations["get_focus_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage-events.parquet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export usage events as Parquet
         * @description The events of the list and of its CSV file, with types: times, whole numbers, and decimals that keep every digit. Needs the scope `usage:read`.
         */
        get: operations["get_usage_events_parquet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export grants
         * @description Needs the scope `ledger:read`.
         */
        get: operations["get_grants_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statements.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the sums of each month
         * @description Opening + added − used = closing. Added is all that came to the balance, charges given back among it; used is all that left it: charges, and what refunds, disputes, expiries and corrections took. is_over is false of the month that is not over yet. Needs the scope `ledger:read`.
         */
        get: operations["get_statements_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receipts.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export receipts
         * @description What added to a wallet. What was paid for has its receipt's number and its dollars: all that was paid, the tax in it and the rest, and what has gone back since; tax_usd is empty where none was added. What was paid elsewhere, and what was given, has neither number nor dollars. Needs the scope `ledger:read`.
         */
        get: operations["get_receipts_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credit-notes.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export credit notes
         * @description Money that was paid back, with the tax in it, and the credit that was withdrawn for it. Needs the scope `ledger:read`.
         */
        get: operations["get_credit_notes_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credits/rate-cards.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export prices
         * @description Needs the scope `usage:read`.
         */
        get: operations["get_credits_rate_cards_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export members
         * @description Needs the scope `members:read`.
         */
        get: operations["get_members_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the audit log
         * @description Needs the scope `audit:read`.
         */
        get: operations["get_audit_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the log of an endpoint
         * @description Needs the scope `ledger:read`.
         */
        get: operations["get_webhooks_id_deliveries_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a signed statement
         * @description opening + added − used = closing, with the sums by type, the grants that are left, and the chain's hash before the first row and after the last. The signature is Ed25519, of the text “ecu statement”, a line feed, and the document as JSON without spaces, in the order in which it stands here. Needs the scope `ledger:read`.
         */
        get: operations["get_statements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statements.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export a signed statement with its rows
         * @description A line for the document, a line for its signature, then a line for each row, as the chain seals it: the hash of a row is the SHA-256 of the hash before it in hex and the line. `npx ecu verify-statement FILE` checks all of it without a network. Needs the scope `ledger:read`.
         */
        get: operations["get_statements_jsonl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receipts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the signed receipt of a transaction
         * @description The same three kinds of lines for one row, with the payment behind it. Needs the scope `ledger:read`.
         */
        get: operations["get_receipts_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signing-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the keys that sign
         * @description A JSON Web Key Set. Keys are never withdrawn from it, so that old statements can be checked.
         */
        get: operations["get_signing_keys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the balance as of a moment
         * @description Exactly what the books said then. Transactions and grants take as_of as well. Needs the scope `ledger:read`.
         */
        get: operations["get_balance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List grants
         * @description First the open ones in the order in which they burn down, then those that are over, newest first. Needs the scope `ledger:read`.
         */
        get: operations["get_grants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/external-costs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Meter one to a thousand runs of paid external APIs
         * @description Each run becomes a usage event, charged by its real cost × markup and never below it, and is answered on its own, as by usage-events. With the id of an authorization it settles that. Fields at fault are named as costs.3.cost_usd. One cost may also be sent by itself, or several as an array. Needs the scope `usage:write`.
         */
        post: operations["post_external_costs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/data-queries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List look-ups in free public data
         * @description A plain array, newest first. Go on with before, or with the Link header. Needs the scope `usage:read`.
         */
        get: operations["get_data_queries"];
        put?: never;
        /**
         * Record one to a thousand look-ups in free public data
         * @description Never billed. The same id is recorded once: with the same content it is answered as recorded, with other content it is refused. One query may also be sent by itself, or several as an array. Needs the scope `usage:write`.
         */
        post: operations["post_data_queries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/estimates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Estimate work at its worst case
         * @description What it costs at most by the rate card, how that comes about, which budgets cover it, what would remain, and whether it may run. Nothing is held. Needs the scope `usage:read`.
         */
        post: operations["post_estimates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what is held
         * @description Open holds, newest first, also those of calls of the gateway that run: together they are what the wallet has held. Go on with before, or with the Link header. Needs the scope `authorizations:write`.
         */
        get: operations["get_authorizations"];
        put?: never;
        /**
         * Hold credit for work that is about to run
         * @description The worst case of the operations, or an amount of your own, is held until it is captured or released. Refused before anything runs: 402 when credit, a budget or a mandate is short. Needs the scope `authorizations:write`.
         */
        post: operations["post_authorizations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorizations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an authorization
         * @description Needs the scope `authorizations:write`.
         */
        get: operations["get_authorizations_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorizations/{id}/capture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Capture what was really used
         * @description usage is metered like a usage event and priced by the rate card; an amount is charged as it is. One event and its rows end the hold, the rest of which is available again. A hold ends once. What ran under a hold that has expired can be reported as a usage event. Needs the scope `authorizations:write`.
         */
        post: operations["post_authorizations_id_capture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorizations/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep a hold while its work runs on
         * @description A heartbeat of long work: the hold lasts at least so many seconds from now. Needs the scope `authorizations:write`.
         */
        post: operations["post_authorizations_id_extend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorizations/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give the whole hold back
         * @description Needs the scope `authorizations:write`.
         */
        post: operations["post_authorizations_id_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/v1/chat/completions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a chat, metered
         * @description As OpenAI's API: any client of it works by its base URL and an API key. Refused with 402, 409 or 422 before the provider is called when credit, a budget or a mandate is short of its worst case; charged afterwards by what the provider says that it used. A stream says its charge in a comment before its end, or as ecu beside the usage that it was asked for. An Idempotency-Key counts where nothing is streamed. Needs the scope `usage:write`.
         */
        post: operations["post_api_gateway_v1_chat_completions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/v1/embeddings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make embeddings, metered
         * @description Needs the scope `usage:write`.
         */
        post: operations["post_api_gateway_v1_embeddings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the models that can be called
         * @description Those of the provider that have a price on the account's rate card, and what they cost. Needs the scope `usage:write`.
         */
        get: operations["get_api_gateway_v1_models"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/v1/models/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a model that can be called
         * @description Needs the scope `usage:write`.
         */
        get: operations["get_api_gateway_v1_models_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a person to approve a job's cost
         * @description Send somebody to url, as you would to a checkout. Once they approve, the worst case is held, and authorization_id names the hold: capture or release it as any authorization. They come back to return_url with approval=<id>&status=approved|declined; read the approval before you trust it. Needs the scope `authorizations:write`.
         */
        post: operations["post_approvals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what became of an approval
         * @description Needs the scope `authorizations:write`.
         */
        get: operations["get_approvals_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mandates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List mandates
         * @description Needs the scope `authorizations:write`.
         */
        get: operations["get_mandates"];
        put?: never;
        /**
         * Ask for a mandate to spend
         * @description For agents: up to a limit, for some models and features, for a while. A person approves at url. Then estimates, authorizations, usage events and calls of the gateway name it as mandate, and each charge carries it. Past it they are refused: mandate_exceeded, mandate_ended, mandate_excludes. Needs the scope `authorizations:write`.
         */
        post: operations["post_mandates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mandates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a mandate
         * @description Needs the scope `authorizations:write`.
         */
        get: operations["get_mandates_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/budgets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List budgets
         * @description Needs the scope `usage:read`.
         */
        get: operations["get_budgets"];
        put?: never;
        /**
         * Limit spending
         * @description For the account, a team, project, member, API key or feature, by day, week, month or in total. A hard budget refuses new work that does not fit with 402 budget_exceeded, however much arrives at once; work that runs is completed and charged. There is one of each scope, period and mode. Needs the scope `budgets:write`.
         */
        post: operations["post_budgets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/budgets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a budget
         * @description Needs the scope `usage:read`.
         */
        get: operations["get_budgets_id"];
        put?: never;
        post?: never;
        /**
         * Archive a budget
         * @description It limits nothing any more. What it was can still be read by its id. Needs the scope `budgets:write`.
         */
        delete: operations["delete_budgets_id"];
        options?: never;
        head?: never;
        /**
         * Change a budget's name, limit or mode
         * @description Needs the scope `budgets:write`.
         */
        patch: operations["patch_budgets_id"];
        trace?: never;
    };
    "/api/v1/credits/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the policy of low and negative credit
         * @description Needs the scope `usage:read`.
         */
        get: operations["get_credits_policy"];
        /**
         * Set the policy of low and negative credit
         * @description Below the low limit nothing new is deployed; what runs goes on into negative credit, and is stopped past the negative limit. Needs the scope `ledger:write`.
         */
        put: operations["put_credits_policy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/{kind}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a resource
         * @description Needs the scope `usage:read`.
         */
        get: operations["get_resources_kind_id"];
        /**
         * Register a tool, model, deployment, guardrail, script or volume
         * @description Under your own id; sent again, what is sent changes. Each status is kept. A volume's size is billed by the GB-day. Without credit a new script becomes a draft, and nothing else that costs is deployed. Needs the scope `resources:write`.
         */
        put: operations["put_resources_kind_id"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List resources
         * @description Needs the scope `usage:read`.
         */
        get: operations["get_resources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/{kind}/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deploy or undeploy a resource
         * @description Refused with 402 below the account's low limit. Starting and stopping an instance does it by itself. Needs the scope `resources:write`.
         */
        post: operations["post_resources_kind_id_status"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List instances
         * @description Needs the scope `usage:read`.
         */
        get: operations["get_instances"];
        put?: never;
        /**
         * Start an instance
         * @description Its hold is a row of the ledger: for its whole duration (mode fixed), or for a day at a time (mode cycle), at the prices of the rate card by component. What it did not use is refunded when it ends, what it used beyond is charged. Refused with 402 when the hold does not fit. The same id is the same instance. Needs the scope `resources:write`.
         */
        post: operations["post_instances"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an instance
         * @description Needs the scope `usage:read`.
         */
        get: operations["get_instances_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop an instance
         * @description Needs the scope `resources:write`.
         */
        post: operations["post_instances_id_stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{id}/fail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that an instance failed
         * @description The time until then is charged. Needs the scope `resources:write`.
         */
        post: operations["post_instances_id_fail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Extend an instance of a fixed duration
         * @description What has run is settled; the rest and the new time are held for, at the prices that it started with. Needs the scope `resources:write`.
         */
        post: operations["post_instances_id_extend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{id}/replicas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change how many replicas run
         * @description What has run is settled; the rest of the cycle goes on at the same prices. Needs the scope `resources:write`.
         */
        post: operations["post_instances_id_replicas"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhooks
         * @description Needs the scope `account:read`.
         */
        get: operations["get_webhooks"];
        put?: never;
        /**
         * Add a webhook
         * @description Messages follow Standard Webhooks: webhook-id, webhook-timestamp and webhook-signature headers. Each arrives at least once, always under the same webhook-id, and is tried for three days. The secret is in this answer alone; the answer is therefore not kept for an Idempotency-Key. Needs the scope `webhooks:write`.
         */
        post: operations["post_webhooks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a webhook
         * @description Needs the scope `account:read`.
         */
        get: operations["get_webhooks_id"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook
         * @description Needs the scope `webhooks:write`.
         */
        delete: operations["delete_webhooks_id"];
        options?: never;
        head?: never;
        /**
         * Change a webhook
         * @description Needs the scope `webhooks:write`.
         */
        patch: operations["patch_webhooks_id"];
        trace?: never;
    };
    "/api/v1/webhooks/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate a webhook’s secret
         * @description While both are good, each message is signed with both: put the new one in place, and nothing is lost. Needs the scope `webhooks:write`.
         */
        post: operations["post_webhooks_id_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test message
         * @description Needs the scope `webhooks:write`.
         */
        post: operations["post_webhooks_id_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a webhook’s deliveries
         * @description They tell what the ledger does: the key needs ledger:read. Needs the scope `ledger:read`.
         */
        get: operations["get_webhooks_id_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{delivery}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a delivery
         * @description Needs the scope `ledger:read`.
         */
        get: operations["get_webhooks_id_deliveries_delivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{delivery}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a delivery again
         * @description Needs the scope `webhooks:write`.
         */
        post: operations["post_webhooks_id_deliveries_delivery_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the events there are
         * @description Needs the scope `account:read`.
         */
        get: operations["get_webhooks_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage/tools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Runs by tool
         * @description Needs the scope `usage:read`.
         */
        get: operations["get_usage_tools"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Credits by model
         * @description Needs the scope `usage:read`.
         */
        get: operations["get_usage_models"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage/models/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Credits by deployment of a model
         * @description Needs the scope `usage:read`.
         */
        get: operations["get_usage_models_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage/guardrails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Credits and time by guardrail
         * @description Needs the scope `usage:read`.
         */
        get: operations["get_usage_guardrails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage/guardrails/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A guardrail's hardware
         * @description Needs the scope `usage:read`.
         */
        get: operations["get_usage_guardrails_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage/scripts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Credits by custom script
         * @description Needs the scope `usage:read`.
         */
        get: operations["get_usage_scripts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage/scripts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A script's machine by component
         * @description Needs the scope `usage:read`.
         */
        get: operations["get_usage_scripts_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage/tools.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export usage by tool
         * @description Needs the scope `usage:read`.
         */
        get: operations["get_usage_tools_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage/models.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export usage by model
         * @description Needs the scope `usage:read`.
         */
        get: operations["get_usage_models_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage/guardrails.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export usage by guardrail
         * @description Needs the scope `usage:read`.
         */
        get: operations["get_usage_guardrails_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage/scripts.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export usage by custom script
         * @description Needs the scope `usage:read`.
         */
        get: operations["get_usage_scripts_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage/instances.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export instances
         * @description Those that ran in these days, with what each has cost until now. Needs the scope `usage:read`.
         */
        get: operations["get_usage_instances_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @description Stable: programs decide by it. */
            code: string;
            /** @description What happened and what to do. */
            detail: string;
            /** @description The first field at fault. */
            field?: string;
            errors?: {
                field: string;
                message: string;
            }[];
            /** @description Quote it to support. */
            request_id: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_usage_events: {
        parameters: {
            query?: {
                /** @description A UTC day, such as 2026-11-21. */
                from?: string;
                /** @description A UTC day, such as 2026-11-21. */
                to?: string;
                /** @description Only this model. */
                model?: string;
                /** @description Only this kind of call. */
                type?: string;
                /** @description Only this feature. */
                feature?: string;
                /** @description Only this member. */
                member?: string;
                /** @description Only this team. */
                team?: string;
                /** @description Only this project. */
                project?: string;
                /** @description Only this API key's id. */
                key?: string;
                /** @description Only this mandate's id. */
                mandate?: string;
                /** @description Only this resource, as kind/id. */
                resource?: string;
                /** @description Only this category: inference, fine_tuning, hosting, guardrails, scripts, evaluation …. */
                category?: string;
                /** @description Only what is metered by the call, or only what is metered by time: cycles of instances, days of storage, hours of machines. */
                metered?: "call" | "time";
                /** @description How many; 50 without it, 1000 at the most. */
                limit?: string;
                /** @description The id of the last one of the page before. */
                before?: string;
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** Format: date-time */
                        occurred_at: string;
                        /** Format: date-time */
                        received_at: string;
                        feature: string;
                        category: string;
                        /** @description chat, embedding … */
                        type: string;
                        provider: string;
                        model: string;
                        member: string;
                        team: string;
                        project: string;
                        key: string;
                        mandate: string;
                        resource: string;
                        input_tokens: number;
                        output_tokens: number;
                        cached_input_tokens: number;
                        /** @enum {string} */
                        unit: "credit" | "tool_run";
                        /** @description ECU as a decimal string, or whole tool runs. */
                        charge: string;
                        cost_usd: string;
                        /** @description The ledger row that charged it; null when nothing was charged. */
                        transaction_id: string | null;
                    }[];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_usage_events: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
                /** @description Makes the request happen once: 1 to 255 visible ASCII characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "events": [
                 *         {
                 *           "id": "call-1",
                 *           "model": "gpt-4o",
                 *           "operation": "chat",
                 *           "input_tokens": 1204,
                 *           "output_tokens": 310
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    events: {
                        /** @description Your id of the call. The same id is never charged twice. */
                        id: string;
                        /**
                         * Format: date-time
                         * @description When it ran: any time in the past. Its UTC day is the day of usage. Without it, now.
                         */
                        occurred_at?: string;
                        /**
                         * @description What it is charged as on the rate card.
                         * @default model_inference
                         */
                        feature?: string;
                        /** @description The kind of call: chat, embedding, image, audio, video … */
                        operation?: string;
                        /** @description Another name for operation. */
                        type?: string;
                        /** @description Who ran the model: openai, anthropic, aws … */
                        provider?: string;
                        /** @description The model that was called. */
                        model?: string;
                        /** @description What it ran on, for features that are priced by hardware. */
                        hardware?: string;
                        /**
                         * @description All input tokens, cached ones and cache writes included.
                         * @default 0
                         */
                        input_tokens?: number;
                        /**
                         * @description All output tokens, reasoning included.
                         * @default 0
                         */
                        output_tokens?: number;
                        /**
                         * @description Input tokens read from a cache; part of input_tokens.
                         * @default 0
                         */
                        cached_input_tokens?: number;
                        /**
                         * @description Input tokens written to a cache; part of input_tokens.
                         * @default 0
                         */
                        cache_write_tokens?: number;
                        /**
                         * @description Output tokens of reasoning; part of output_tokens.
                         * @default 0
                         */
                        reasoning_tokens?: number;
                        /** @description What was used beside tokens, by meter, as decimal strings: run, iteration, trace_judgement (traces × judges), training_token (tokens × epochs), hour, gb_day, audio_second, web_search, input_audio_token, output_audio_token, input_image_token, output_image_token … */
                        quantities?: {
                            [key: string]: string;
                        };
                        /** @description What the call really cost, in US dollars, as a decimal string. Without it the price list of models says so. */
                        cost_usd?: string;
                        /**
                         * @description The customer's own provider key paid for the model: its tokens are not billed.
                         * @default false
                         */
                        byok?: boolean;
                        /** @description Who caused it: a member's id or e-mail. */
                        member?: string;
                        /** @description The team's slug. */
                        team?: string;
                        /** @description The project's slug. */
                        project?: string;
                        /**
                         * Format: uuid
                         * @description The mandate under which an agent spends; the charge carries it.
                         */
                        mandate?: string;
                        /** @description The resource that was used, as kind/id: tool/web-search. Its tab shows the usage. */
                        resource?: string;
                        /**
                         * @description Refuse instead of charging into negative credit. Only for work that has not run yet: what has run is always charged.
                         * @default false
                         */
                        enforce?: boolean;
                    }[];
                };
            };
        };
        responses: {
            /** @description What became of each event. */
            207: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description One for each event, in order. */
                        results: {
                            /** @description The event's place in the batch, from 0. */
                            index: number;
                            id: string | null;
                            /** @description As if the event had been sent alone: 201, 200, 400, 402 or 422. */
                            status: number;
                            /** @enum {string} */
                            result: "charged" | "unbilled" | "replayed" | "refused";
                            /** @description Decimal string. */
                            charge?: string;
                            /** @enum {string} */
                            unit?: "credit" | "tool_run";
                            cost_usd?: string;
                            transaction_id?: string | null;
                            /** @description Why it was refused: unknown_model, unknown_feature, invalid_request, insufficient_credits, idempotency_mismatch … */
                            code?: string;
                            /** @description The field at fault, such as events.3.input_tokens. */
                            field?: string;
                            detail?: string;
                        }[];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_usage: {
        parameters: {
            query?: {
                /** @description A UTC day, such as 2026-11-21. */
                from?: string;
                /** @description A UTC day, such as 2026-11-21. */
                to?: string;
                /** @description What to group by, separated by commas: day, model, type, feature, member, team, project, key, mandate, resource, category. Without it day, model and type. */
                group_by?: string;
                /** @description Only this model. */
                model?: string;
                /** @description Only this kind of call. */
                type?: string;
                /** @description Only this feature. */
                feature?: string;
                /** @description Only this member. */
                member?: string;
                /** @description Only this team. */
                team?: string;
                /** @description Only this project. */
                project?: string;
                /** @description Only this API key's id. */
                key?: string;
                /** @description Only this mandate's id. */
                mandate?: string;
                /** @description Only this resource, as kind/id. */
                resource?: string;
                /** @description Only this category: inference, fine_tuning, hosting, guardrails, scripts, evaluation …. */
                category?: string;
                /** @description Only what is metered by the call, or only what is metered by time: cycles of instances, days of storage, hours of machines. */
                metered?: "call" | "time";
                /** @description Adds what was used before: previous is as many days right before from, month the same days of the month before. Needs from and to. */
                compare?: "previous" | "month";
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sums, newest day first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        from: string | null;
                        to: string | null;
                        group_by: ("day" | "model" | "type" | "feature" | "member" | "team" | "project" | "key" | "mandate" | "resource" | "category")[];
                        rows: {
                            day?: string;
                            model?: string;
                            type?: string;
                            feature?: string;
                            member?: string;
                            team?: string;
                            project?: string;
                            key?: string;
                            mandate?: string;
                            resource?: string;
                            category?: string;
                            /** @description Usage events: API calls, and cycles of instances, days of storage and what else is metered by time. */
                            calls: number;
                            input_tokens: number;
                            output_tokens: number;
                            cached_input_tokens: number;
                            /** @description Input and output. */
                            tokens: number;
                            /** @description ECU charged. */
                            charge: string;
                            /** @description What the charge is worth. */
                            charge_usd: string;
                            /** @description What the calls really cost. */
                            cost_usd: string;
                            tool_runs: number;
                            /** @description ECU that re-rates of such calls posted in these days: below zero what was given back. charge + re_rated is what the ledger charged. */
                            re_rated: string;
                            /** @description The same for tool runs. */
                            tool_runs_re_rated: number;
                            /** @description With compare: what the same group used before, on the day that stands beside this one. */
                            before?: {
                                /** @description Usage events: API calls, and cycles of instances, days of storage and what else is metered by time. */
                                calls: number;
                                input_tokens: number;
                                output_tokens: number;
                                cached_input_tokens: number;
                                /** @description Input and output. */
                                tokens: number;
                                /** @description ECU charged. */
                                charge: string;
                                /** @description What the charge is worth. */
                                charge_usd: string;
                                /** @description What the calls really cost. */
                                cost_usd: string;
                                tool_runs: number;
                                /** @description ECU that re-rates of such calls posted in these days: below zero what was given back. charge + re_rated is what the ledger charged. */
                                re_rated: string;
                                /** @description The same for tool runs. */
                                tool_runs_re_rated: number;
                            } | null;
                        }[];
                        totals: {
                            /** @description Usage events: API calls, and cycles of instances, days of storage and what else is metered by time. */
                            calls: number;
                            input_tokens: number;
                            output_tokens: number;
                            cached_input_tokens: number;
                            /** @description Input and output. */
                            tokens: number;
                            /** @description ECU charged. */
                            charge: string;
                            /** @description What the charge is worth. */
                            charge_usd: string;
                            /** @description What the calls really cost. */
                            cost_usd: string;
                            tool_runs: number;
                            /** @description ECU that re-rates of such calls posted in these days: below zero what was given back. charge + re_rated is what the ledger charged. */
                            re_rated: string;
                            /** @description The same for tool runs. */
                            tool_runs_re_rated: number;
                        };
                        /** @description With compare: the days before, and what was used in them. */
                        before?: {
                            from: string;
                            to: string;
                            totals: {
                                /** @description Usage events: API calls, and cycles of instances, days of storage and what else is metered by time. */
                                calls: number;
                                input_tokens: number;
                                output_tokens: number;
                                cached_input_tokens: number;
                                /** @description Input and output. */
                                tokens: number;
                                /** @description ECU charged. */
                                charge: string;
                                /** @description What the charge is worth. */
                                charge_usd: string;
                                /** @description What the calls really cost. */
                                cost_usd: string;
                                tool_runs: number;
                                /** @description ECU that re-rates of such calls posted in these days: below zero what was given back. charge + re_rated is what the ledger charged. */
                                re_rated: string;
                                /** @description The same for tool runs. */
                                tool_runs_re_rated: number;
                            };
                        } | null;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_usage_csv: {
        parameters: {
            query?: {
                /** @description A UTC day, such as 2026-11-21. */
                from?: string;
                /** @description A UTC day, such as 2026-11-21. */
                to?: string;
                /** @description What to group by, separated by commas: day, model, type, feature, member, team, project, key, mandate, resource, category. Without it day, model and type. */
                group_by?: string;
                /** @description Only this model. */
                model?: string;
                /** @description Only this kind of call. */
                type?: string;
                /** @description Only this feature. */
                feature?: string;
                /** @description Only this member. */
                member?: string;
                /** @description Only this team. */
                team?: string;
                /** @description Only this project. */
                project?: string;
                /** @description Only this API key's id. */
                key?: string;
                /** @description Only this mandate's id. */
                mandate?: string;
                /** @description Only this resource, as kind/id. */
                resource?: string;
                /** @description Only this category: inference, fine_tuning, hosting, guardrails, scripts, evaluation …. */
                category?: string;
                /** @description Only what is metered by the call, or only what is metered by time: cycles of instances, days of storage, hours of machines. */
                metered?: "call" | "time";
                /** @description Adds what was used before: previous is as many days right before from, month the same days of the month before. Needs from and to. */
                compare?: "previous" | "month";
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The same rows as CSV. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_usage_events_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** Format: date-time */
                        occurred_at: string;
                        /** Format: date-time */
                        received_at: string;
                        feature: string;
                        category: string;
                        /** @description chat, embedding … */
                        type: string;
                        provider: string;
                        model: string;
                        member: string;
                        team: string;
                        project: string;
                        key: string;
                        mandate: string;
                        resource: string;
                        input_tokens: number;
                        output_tokens: number;
                        cached_input_tokens: number;
                        /** @enum {string} */
                        unit: "credit" | "tool_run";
                        /** @description ECU as a decimal string, or whole tool runs. */
                        charge: string;
                        cost_usd: string;
                        /** @description The ledger row that charged it; null when nothing was charged. */
                        transaction_id: string | null;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_usage_events_csv: {
        parameters: {
            query?: {
                /** @description A UTC day, such as 2026-11-21. */
                from?: string;
                /** @description A UTC day, such as 2026-11-21. */
                to?: string;
                /** @description Only this model. */
                model?: string;
                /** @description Only this kind of call. */
                type?: string;
                /** @description Only this feature. */
                feature?: string;
                /** @description Only this member. */
                member?: string;
                /** @description Only this team. */
                team?: string;
                /** @description Only this project. */
                project?: string;
                /** @description Only this API key's id. */
                key?: string;
                /** @description Only this mandate's id. */
                mandate?: string;
                /** @description Only this resource, as kind/id. */
                resource?: string;
                /** @description Only this category: inference, fine_tuning, hosting, guardrails, scripts, evaluation …. */
                category?: string;
                /** @description Only what is metered by the call, or only what is metered by time: cycles of instances, days of storage, hours of machines. */
                metered?: "call" | "time";
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All events under the filter, in the order of the list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_credits_wallet: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is left of credits and tool runs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Decimal string. */
                        balance: string;
                        /** @description Set aside for authorized work. */
                        held: string;
                        /** @description balance − held. */
                        available: string;
                        /** @description What the percentages refer to: the balance right after credit was last added. */
                        allocation: string;
                        /** @description allocation − balance: what is gone since credit was last added; zero while there is more. */
                        used: string;
                        /** @description Of the allocation, rounded to two decimals, halves to the even one; 0 and 100 mean that nothing and that everything is used. */
                        used_percent: number;
                        /** @description 100 − used_percent. */
                        remaining_percent: number;
                        /**
                         * @description healthy above 75 % left, moderate from 25 %, low below it, exhausted at nothing.
                         * @enum {string}
                         */
                        status: "healthy" | "moderate" | "low" | "exhausted";
                        /** Format: date-time */
                        last_posted_at: string;
                        /** Format: uuid */
                        account_id: string;
                        /** @constant */
                        unit: "ECU";
                        balance_usd: string;
                        /** @description What one ECU is worth, in US dollars. */
                        credit_usd_value: string;
                        tool_runs: {
                            /** @description Decimal string. */
                            balance: string;
                            /** @description Set aside for authorized work. */
                            held: string;
                            /** @description balance − held. */
                            available: string;
                            /** @description What the percentages refer to: the balance right after credit was last added. */
                            allocation: string;
                            /** @description allocation − balance: what is gone since credit was last added; zero while there is more. */
                            used: string;
                            /** @description Of the allocation, rounded to two decimals, halves to the even one; 0 and 100 mean that nothing and that everything is used. */
                            used_percent: number;
                            /** @description 100 − used_percent. */
                            remaining_percent: number;
                            /**
                             * @description healthy above 75 % left, moderate from 25 %, low below it, exhausted at nothing.
                             * @enum {string}
                             */
                            status: "healthy" | "moderate" | "low" | "exhausted";
                            /** Format: date-time */
                            last_posted_at: string;
                        };
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_credits_rate_cards: {
        parameters: {
            query?: {
                /** @description Adds the prices of this model, as the price list has them. */
                model?: string;
                /** @description Who runs the model, when its name alone does not say. */
                provider?: string;
                /** @description Prices that were in force at this time, instead of those of now. What is still to come counts as now. */
                at?: string;
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The card in force. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        /** Format: date-time */
                        valid_from: string;
                        /**
                         * Format: date-time
                         * @description From when these prices apply to the account; the first ones apply to all that is older as well.
                         */
                        applies_from: string;
                        /** @description Until when they did; null while they do. */
                        applies_until: string | null;
                        /** @description The account's own card, when it has one. */
                        override_version: number | null;
                        credit_usd_value: string;
                        /** @description Where the prices of models come from. */
                        price_list: string | null;
                        rates: {
                            feature: string;
                            operation: string | null;
                            model: string | null;
                            hardware: string | null;
                            /** @description What is counted; cost for cost-plus. */
                            meter: string;
                            /** @enum {string} */
                            unit: "credit" | "tool_run";
                            /** @description For `per` of the meter; null for cost-plus. */
                            price: string | null;
                            per: string | null;
                            /** @description Real cost × markup. */
                            markup: string | null;
                            /** @description The least that a call is charged. */
                            floor: string;
                            /** @description Other prices from so much of a UTC month on. What lies below a border keeps the price below it. */
                            tiers: {
                                /** @description In the meter's unit; for a markup, US dollars of real cost. */
                                above: string;
                                price: string | null;
                                markup: string | null;
                            }[];
                            override: boolean;
                        }[];
                        model?: {
                            provider: string;
                            model: string;
                            prices: {
                                kind: string;
                                usd_per_million: string;
                                above_input_tokens: string | null;
                            }[];
                        } | null;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_transactions: {
        parameters: {
            query?: {
                /** @description How many; 50 without it, 1000 at the most. */
                limit?: string;
                /** @description The id of the last row of the page before. */
                before?: string;
                /** @description The wallet; credit without it. */
                unit?: "credit" | "tool_run";
                /** @description Only these types, separated by commas. */
                type?: string;
                /** @description A UTC day, such as 2026-11-21. */
                from?: string;
                /** @description A UTC day, such as 2026-11-21. */
                to?: string;
                /** @description As the books were then: at the end of a UTC day (2026-11-21), or at a moment in UTC (2026-11-21T14:03Z). */
                as_of?: string;
                /** @description The least size of an amount, whatever its sign. */
                min?: string;
                /** @description The greatest size of an amount, whatever its sign. */
                max?: string;
                /** @description Part of the description or of the reference. */
                text?: string;
                /** @description Only rows of this kind of cause. */
                ref_type?: string;
                /** @description Only rows of this cause. */
                ref_id?: string;
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rows of the ledger. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** Format: date-time */
                        created_at: string;
                        /** @enum {string} */
                        type: "topup" | "auto_recharge" | "bonus" | "contract_grant" | "bonus_grant" | "spend" | "gpu_usage" | "storage_billing" | "refund" | "expiry" | "dispute" | "admin_correction";
                        /** @description Positive adds credit, negative takes it. */
                        amount: string;
                        balance_after: string;
                        description: string;
                        /** @enum {string} */
                        source: "system" | "api" | "worker" | "stripe_webhook" | "admin_correction";
                        ref_type: string | null;
                        ref_id: string | null;
                        /** @enum {string} */
                        unit: "credit" | "tool_run";
                    }[];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_transactions: {
        parameters: {
            query?: never;
            header: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account": string;
                /** @description Makes the request happen once: 1 to 255 visible ASCII characters. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "contract_grant",
                 *       "amount": "100000",
                 *       "description": "Contract 2026-17: cash part",
                 *       "ref_type": "contract",
                 *       "ref_id": "2026-17"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    type: "topup" | "auto_recharge" | "bonus" | "contract_grant" | "bonus_grant" | "spend" | "gpu_usage" | "storage_billing" | "refund" | "expiry" | "dispute" | "admin_correction";
                    /** @description Positive adds credit, negative takes it; the type says which may be. */
                    amount: string;
                    /**
                     * @description credit: ECU as a decimal string. tool_run: a whole number as a string.
                     * @default credit
                     * @enum {string}
                     */
                    unit?: "credit" | "tool_run";
                    /** @description What people read on the row. */
                    description: string;
                    /**
                     * Format: date-time
                     * @description When credit that is left of this grant expires. For topup, auto_recharge, bonus, contract_grant and bonus_grant.
                     */
                    expires_at?: string;
                    /** @description What the row refers to: contract, invoice, ticket … */
                    ref_type?: string;
                    /** @description Its id. */
                    ref_id?: string;
                };
            };
        };
        responses: {
            /** @description The row as it stands in the ledger. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** Format: date-time */
                        created_at: string;
                        /** @enum {string} */
                        type: "topup" | "auto_recharge" | "bonus" | "contract_grant" | "bonus_grant" | "spend" | "gpu_usage" | "storage_billing" | "refund" | "expiry" | "dispute" | "admin_correction";
                        /** @description Positive adds credit, negative takes it. */
                        amount: string;
                        balance_after: string;
                        description: string;
                        /** @enum {string} */
                        source: "system" | "api" | "worker" | "stripe_webhook" | "admin_correction";
                        ref_type: string | null;
                        ref_id: string | null;
                        /** @enum {string} */
                        unit: "credit" | "tool_run";
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_transactions_csv: {
        parameters: {
            query?: {
                /** @description The wallet; credit without it. */
                unit?: "credit" | "tool_run";
                /** @description Only these types, separated by commas. */
                type?: string;
                /** @description A UTC day, such as 2026-11-21. */
                from?: string;
                /** @description A UTC day, such as 2026-11-21. */
                to?: string;
                /** @description As the books were then: at the end of a UTC day (2026-11-21), or at a moment in UTC (2026-11-21T14:03Z). */
                as_of?: string;
                /** @description The least size of an amount, whatever its sign. */
                min?: string;
                /** @description The greatest size of an amount, whatever its sign. */
                max?: string;
                /** @description Part of the description or of the reference. */
                text?: string;
                /** @description Only rows of this kind of cause. */
                ref_type?: string;
                /** @description Only rows of this cause. */
                ref_id?: string;
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All rows under the filter, as CSV. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_transactions_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row and its reasons. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        transaction: {
                            id: string;
                            /** Format: date-time */
                            created_at: string;
                            /** @enum {string} */
                            type: "topup" | "auto_recharge" | "bonus" | "contract_grant" | "bonus_grant" | "spend" | "gpu_usage" | "storage_billing" | "refund" | "expiry" | "dispute" | "admin_correction";
                            /** @description Positive adds credit, negative takes it. */
                            amount: string;
                            balance_after: string;
                            description: string;
                            /** @enum {string} */
                            source: "system" | "api" | "worker" | "stripe_webhook" | "admin_correction";
                            ref_type: string | null;
                            ref_id: string | null;
                            /** @enum {string} */
                            unit: "credit" | "tool_run";
                        };
                        /** @description Decimal string. */
                        balance_before: string;
                        grants: ({
                            no: number;
                            origin: string;
                            /** @description Decimal string. */
                            amount: string;
                            /** @description Decimal string. */
                            granted: string;
                            expires_at: string | null;
                        } & {
                            [key: string]: unknown;
                        })[];
                        hold: ({
                            /** Format: uuid */
                            id: string;
                            status: string;
                            /** @description Decimal string. */
                            amount: string;
                            used: string | null;
                        } & {
                            [key: string]: unknown;
                        }) | null;
                        /** @description The rows of the same hold, instance or payment, and a charge with the corrections that name it, oldest first. */
                        timeline: {
                            id: string;
                            /** Format: date-time */
                            created_at: string;
                            /** @enum {string} */
                            type: "topup" | "auto_recharge" | "bonus" | "contract_grant" | "bonus_grant" | "spend" | "gpu_usage" | "storage_billing" | "refund" | "expiry" | "dispute" | "admin_correction";
                            /** @description Positive adds credit, negative takes it. */
                            amount: string;
                            balance_after: string;
                            description: string;
                            /** @enum {string} */
                            source: "system" | "api" | "worker" | "stripe_webhook" | "admin_correction";
                            ref_type: string | null;
                            ref_id: string | null;
                            /** @enum {string} */
                            unit: "credit" | "tool_run";
                        }[];
                        chain: {
                            position: string;
                            hash: string;
                            previous_hash: string;
                        };
                        /** @description For metered calls: how the charge came about, computed again. */
                        charge: ({
                            cost_usd: string;
                            /** @enum {string} */
                            cost_source: "reported" | "price_list" | "none";
                            /** @description Decimal string. */
                            floor: string;
                            raised_to: ("floor" | "cost") | null;
                            /** @description Decimal string. */
                            charge: string;
                            /** @description The computation, done again, gives the charge that is in the books. */
                            matches: boolean;
                            /** @description The computation in words. */
                            steps: string[];
                        } & {
                            [key: string]: unknown;
                        }) | null;
                        /** @description For rows of an instance: the instance, the cycle of the hold, and its computation in words. */
                        run: ({
                            instance: {
                                id: string;
                            } & {
                                [key: string]: unknown;
                            };
                            steps: string[];
                        } & {
                            [key: string]: unknown;
                        }) | null;
                        /** @description For rows by which past calls were priced anew: what they are made of. */
                        re_rate: {
                            /** @description The version of the rate card. */
                            version: number;
                            calls: string;
                            /** @description By feature and the month in which the calls ran; they add up to the row's amount. */
                            parts: {
                                feature: string;
                                month: string;
                                calls: string;
                                /** @description Decimal string. */
                                amount: string;
                            }[];
                        } | null;
                        /** @description For metered calls that were priced anew since. */
                        re_rated: {
                            /** @description The version of the rate card. */
                            version: number;
                            /** @description Decimal string. */
                            charged: string;
                            /** @description Decimal string. */
                            priced_anew: string;
                            /** @description Above zero where it was given back. */
                            difference: string;
                            /** @description The row that has it, with all other calls of the re-rate. */
                            transaction_id: string | null;
                        } | null;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_purchases: {
        parameters: {
            query?: {
                /** @description How many; 50 without it, 1000 at the most. */
                limit?: string;
                /** @description The id of the last one of the page before. */
                before?: string;
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Purchases. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        credits: string;
                        amount_cents: number;
                        currency: string;
                        /** @enum {string} */
                        status: "open" | "processing" | "paid" | "failed" | "expired";
                        save_card: boolean;
                        /** Format: date-time */
                        created_at: string;
                        ended_at: string | null;
                        /** @description Where a person pays, as long as it is open. */
                        checkout_url: string | null;
                        /** @description The row of the ledger, once it is paid. */
                        transaction_id: string | null;
                    }[];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_purchases: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
                /** @description Makes the request happen once: 1 to 255 visible ASCII characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "credits": "500"
                 *     }
                 */
                "application/json": {
                    /** @description Whole ECU, as a decimal string. */
                    credits: string;
                    /**
                     * @description Keep the card for auto-recharge, if the person who pays agrees.
                     * @default false
                     */
                    save_card?: boolean;
                    /** @description A page of the console to go to afterwards. */
                    return_to?: string;
                };
            };
        };
        responses: {
            /** @description The purchase, open. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        credits: string;
                        amount_cents: number;
                        currency: string;
                        /** @enum {string} */
                        status: "open" | "processing" | "paid" | "failed" | "expired";
                        save_card: boolean;
                        /** Format: date-time */
                        created_at: string;
                        ended_at: string | null;
                        /** @description Where a person pays, as long as it is open. */
                        checkout_url: string | null;
                        /** @description The row of the ledger, once it is paid. */
                        transaction_id: string | null;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_purchases_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The purchase. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        credits: string;
                        amount_cents: number;
                        currency: string;
                        /** @enum {string} */
                        status: "open" | "processing" | "paid" | "failed" | "expired";
                        save_card: boolean;
                        /** Format: date-time */
                        created_at: string;
                        ended_at: string | null;
                        /** @description Where a person pays, as long as it is open. */
                        checkout_url: string | null;
                        /** @description The row of the ledger, once it is paid. */
                        transaction_id: string | null;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_consumption: {
        parameters: {
            query?: {
                /** @description A UTC day, such as 2026-11-21. */
                from?: string;
                /** @description A UTC day, such as 2026-11-21. */
                to?: string;
                /** @description Sums by UTC day or by month. */
                per?: "day" | "month";
                /** @description How many of each kind of consumer are named; the others are summed. */
                top?: number;
                /** @description What each sum is compared with: previous, as without it, is as many days right before from, month the same days of the month before. */
                compare?: "previous" | "month";
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        account_id: string;
                        /** @constant */
                        unit: "ECU";
                        balance: string;
                        held: string;
                        available: string;
                        /** @description In four of five cases the credit ends between low and high; null in a day means later than in a year, null in all that nobody can tell yet. */
                        run_out: {
                            low: string | null;
                            middle: string | null;
                            high: string | null;
                        } | null;
                        expiring: {
                            remaining: string;
                            /** Format: date-time */
                            expires_at: string;
                            /** @description What will be left of it at this rate, as an estimate. */
                            likely_unused: string | null;
                        }[];
                        from: string;
                        to: string;
                        /** @enum {string} */
                        per: "day" | "month";
                        /** @description The days that these are compared with. */
                        before: {
                            from: string;
                            to: string;
                        };
                        totals: {
                            /** @description Usage events: API calls, and cycles of instances, days of storage and what else is metered by time. */
                            calls: number;
                            /** @description Input and output. */
                            tokens: number;
                            /** @description ECU charged. */
                            charge: string;
                            /** @description What the charge is worth. */
                            charge_usd: string;
                            tool_runs: number;
                            /** @description ECU charged in the days of before. */
                            before: string;
                        };
                        /** @description What re-rates posted in these days changed of earlier charges: below zero what was given back. It is in no other sum; with it the total is what the ledger charged. */
                        re_rated: {
                            calls: number;
                            charge: string;
                            charge_usd: string;
                            tool_runs: number;
                        };
                        /** @description Oldest first, empty ones too. */
                        periods: {
                            from: string;
                            to: string;
                            /** @description Usage events: API calls, and cycles of instances, days of storage and what else is metered by time. */
                            calls: number;
                            /** @description Input and output. */
                            tokens: number;
                            /** @description ECU charged. */
                            charge: string;
                            /** @description What the charge is worth. */
                            charge_usd: string;
                            tool_runs: number;
                            /** @description What the period’s charge was for, by feature. */
                            jobs: {
                                value: string;
                                name: string;
                                charge: string;
                            }[];
                        }[];
                        top: {
                            member: {
                                /** @description What was charged most first. An empty value is what named none. */
                                rows: {
                                    value: string;
                                    name: string;
                                    /** @description Of what was charged in all, in percent with one decimal; rounded so that rows and other come to 100. */
                                    share_percent: number;
                                    /** @description Usage events: API calls, and cycles of instances, days of storage and what else is metered by time. */
                                    calls: number;
                                    /** @description Input and output. */
                                    tokens: number;
                                    /** @description ECU charged. */
                                    charge: string;
                                    /** @description What the charge is worth. */
                                    charge_usd: string;
                                    tool_runs: number;
                                    /** @description ECU charged in the days of before. */
                                    before: string;
                                }[];
                                /** @description All that are not named. */
                                other: {
                                    consumers: number;
                                    /** @description Of what was charged in all, in percent with one decimal; rounded so that rows and other come to 100. */
                                    share_percent: number;
                                    /** @description Usage events: API calls, and cycles of instances, days of storage and what else is metered by time. */
                                    calls: number;
                                    /** @description Input and output. */
                                    tokens: number;
                                    /** @description ECU charged. */
                                    charge: string;
                                    /** @description What the charge is worth. */
                                    charge_usd: string;
                                    tool_runs: number;
                                    /** @description ECU charged in the days of before. */
                                    before: string;
                                } | null;
                            };
                            model: {
                                /** @description What was charged most first. An empty value is what named none. */
                                rows: {
                                    value: string;
                                    name: string;
                                    /** @description Of what was charged in all, in percent with one decimal; rounded so that rows and other come to 100. */
                                    share_percent: number;
                                    /** @description Usage events: API calls, and cycles of instances, days of storage and what else is metered by time. */
                                    calls: number;
                                    /** @description Input and output. */
                                    tokens: number;
                                    /** @description ECU charged. */
                                    charge: string;
                                    /** @description What the charge is worth. */
                                    charge_usd: string;
                                    tool_runs: number;
                                    /** @description ECU charged in the days of before. */
                                    before: string;
                                }[];
                                /** @description All that are not named. */
                                other: {
                                    consumers: number;
                                    /** @description Of what was charged in all, in percent with one decimal; rounded so that rows and other come to 100. */
                                    share_percent: number;
                                    /** @description Usage events: API calls, and cycles of instances, days of storage and what else is metered by time. */
                                    calls: number;
                                    /** @description Input and output. */
                                    tokens: number;
                                    /** @description ECU charged. */
                                    charge: string;
                                    /** @description What the charge is worth. */
                                    charge_usd: string;
                                    tool_runs: number;
                                    /** @description ECU charged in the days of before. */
                                    before: string;
                                } | null;
                            };
                            feature: {
                                /** @description What was charged most first. An empty value is what named none. */
                                rows: {
                                    value: string;
                                    name: string;
                                    /** @description Of what was charged in all, in percent with one decimal; rounded so that rows and other come to 100. */
                                    share_percent: number;
                                    /** @description Usage events: API calls, and cycles of instances, days of storage and what else is metered by time. */
                                    calls: number;
                                    /** @description Input and output. */
                                    tokens: number;
                                    /** @description ECU charged. */
                                    charge: string;
                                    /** @description What the charge is worth. */
                                    charge_usd: string;
                                    tool_runs: number;
                                    /** @description ECU charged in the days of before. */
                                    before: string;
                                }[];
                                /** @description All that are not named. */
                                other: {
                                    consumers: number;
                                    /** @description Of what was charged in all, in percent with one decimal; rounded so that rows and other come to 100. */
                                    share_percent: number;
                                    /** @description Usage events: API calls, and cycles of instances, days of storage and what else is metered by time. */
                                    calls: number;
                                    /** @description Input and output. */
                                    tokens: number;
                                    /** @description ECU charged. */
                                    charge: string;
                                    /** @description What the charge is worth. */
                                    charge_usd: string;
                                    tool_runs: number;
                                    /** @description ECU charged in the days of before. */
                                    before: string;
                                } | null;
                            };
                            team: {
                                /** @description What was charged most first. An empty value is what named none. */
                                rows: {
                                    value: string;
                                    name: string;
                                    /** @description Of what was charged in all, in percent with one decimal; rounded so that rows and other come to 100. */
                                    share_percent: number;
                                    /** @description Usage events: API calls, and cycles of instances, days of storage and what else is metered by time. */
                                    calls: number;
                                    /** @description Input and output. */
                                    tokens: number;
                                    /** @description ECU charged. */
                                    charge: string;
                                    /** @description What the charge is worth. */
                                    charge_usd: string;
                                    tool_runs: number;
                                    /** @description ECU charged in the days of before. */
                                    before: string;
                                }[];
                                /** @description All that are not named. */
                                other: {
                                    consumers: number;
                                    /** @description Of what was charged in all, in percent with one decimal; rounded so that rows and other come to 100. */
                                    share_percent: number;
                                    /** @description Usage events: API calls, and cycles of instances, days of storage and what else is metered by time. */
                                    calls: number;
                                    /** @description Input and output. */
                                    tokens: number;
                                    /** @description ECU charged. */
                                    charge: string;
                                    /** @description What the charge is worth. */
                                    charge_usd: string;
                                    tool_runs: number;
                                    /** @description ECU charged in the days of before. */
                                    before: string;
                                } | null;
                            };
                            project: {
                                /** @description What was charged most first. An empty value is what named none. */
                                rows: {
                                    value: string;
                                    name: string;
                                    /** @description Of what was charged in all, in percent with one decimal; rounded so that rows and other come to 100. */
                                    share_percent: number;
                                    /** @description Usage events: API calls, and cycles of instances, days of storage and what else is metered by time. */
                                    calls: number;
                                    /** @description Input and output. */
                                    tokens: number;
                                    /** @description ECU charged. */
                                    charge: string;
                                    /** @description What the charge is worth. */
                                    charge_usd: string;
                                    tool_runs: number;
                                    /** @description ECU charged in the days of before. */
                                    before: string;
                                }[];
                                /** @description All that are not named. */
                                other: {
                                    consumers: number;
                                    /** @description Of what was charged in all, in percent with one decimal; rounded so that rows and other come to 100. */
                                    share_percent: number;
                                    /** @description Usage events: API calls, and cycles of instances, days of storage and what else is metered by time. */
                                    calls: number;
                                    /** @description Input and output. */
                                    tokens: number;
                                    /** @description ECU charged. */
                                    charge: string;
                                    /** @description What the charge is worth. */
                                    charge_usd: string;
                                    tool_runs: number;
                                    /** @description ECU charged in the days of before. */
                                    before: string;
                                } | null;
                            };
                            key: {
                                /** @description What was charged most first. An empty value is what named none. */
                                rows: {
                                    value: string;
                                    name: string;
                                    /** @description Of what was charged in all, in percent with one decimal; rounded so that rows and other come to 100. */
                                    share_percent: number;
                                    /** @description Usage events: API calls, and cycles of instances, days of storage and what else is metered by time. */
                                    calls: number;
                                    /** @description Input and output. */
                                    tokens: number;
                                    /** @description ECU charged. */
                                    charge: string;
                                    /** @description What the charge is worth. */
                                    charge_usd: string;
                                    tool_runs: number;
                                    /** @description ECU charged in the days of before. */
                                    before: string;
                                }[];
                                /** @description All that are not named. */
                                other: {
                                    consumers: number;
                                    /** @description Of what was charged in all, in percent with one decimal; rounded so that rows and other come to 100. */
                                    share_percent: number;
                                    /** @description Usage events: API calls, and cycles of instances, days of storage and what else is metered by time. */
                                    calls: number;
                                    /** @description Input and output. */
                                    tokens: number;
                                    /** @description ECU charged. */
                                    charge: string;
                                    /** @description What the charge is worth. */
                                    charge_usd: string;
                                    tool_runs: number;
                                    /** @description ECU charged in the days of before. */
                                    before: string;
                                } | null;
                            };
                        };
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_consumption_csv: {
        parameters: {
            query?: {
                /** @description A UTC day, such as 2026-11-21. */
                from?: string;
                /** @description A UTC day, such as 2026-11-21. */
                to?: string;
                /** @description Sums by UTC day or by month. */
                per?: "day" | "month";
                /** @description How many of each kind of consumer are named; the others are summed. */
                top?: number;
                /** @description What each sum is compared with: previous, as without it, is as many days right before from, month the same days of the month before. */
                compare?: "previous" | "month";
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Periods, consumers and the total as CSV. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_focus_csv: {
        parameters: {
            query?: {
                /** @description A UTC day, such as 2026-11-21. */
                from?: string;
                /** @description A UTC day, such as 2026-11-21. */
                to?: string;
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A row for each purchase, and for each day and kind of usage. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_usage_events_parquet: {
        parameters: {
            query?: {
                /** @description A UTC day, such as 2026-11-21. */
                from?: string;
                /** @description A UTC day, such as 2026-11-21. */
                to?: string;
                /** @description Only this model. */
                model?: string;
                /** @description Only this kind of call. */
                type?: string;
                /** @description Only this feature. */
                feature?: string;
                /** @description Only this member. */
                member?: string;
                /** @description Only this team. */
                team?: string;
                /** @description Only this project. */
                project?: string;
                /** @description Only this API key's id. */
                key?: string;
                /** @description Only this mandate's id. */
                mandate?: string;
                /** @description Only this resource, as kind/id. */
                resource?: string;
                /** @description Only this category: inference, fine_tuning, hosting, guardrails, scripts, evaluation …. */
                category?: string;
                /** @description Only what is metered by the call, or only what is metered by time: cycles of instances, days of storage, hours of machines. */
                metered?: "call" | "time";
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A Parquet file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.apache.parquet": string;
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_grants_csv: {
        parameters: {
            query?: {
                /** @description credit: ECU as a decimal string. tool_run: a whole number as a string. */
                unit?: "credit" | "tool_run";
                /** @description As the books were then: at the end of a UTC day (2026-11-21), or at a moment in UTC (2026-11-21T14:03Z). */
                as_of?: string;
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every grant of a wallet as CSV. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_statements_csv: {
        parameters: {
            query?: {
                /** @description credit: ECU as a decimal string. tool_run: a whole number as a string. */
                unit?: "credit" | "tool_run";
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Opening, added, used and closing of each month, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_receipts_csv: {
        parameters: {
            query?: {
                /** @description credit: ECU as a decimal string. tool_run: a whole number as a string. */
                unit?: "credit" | "tool_run";
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every addition as CSV, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_credit_notes_csv: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every credit note as CSV, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_credits_rate_cards_csv: {
        parameters: {
            query?: {
                /** @description Prices that were in force at this time, instead of those of now. What is still to come counts as now. */
                at?: string;
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The live rate card as it applies to the account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_members_csv: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The people of the account, with their roles and teams. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_audit_csv: {
        parameters: {
            query?: {
                /** @description Only what one did: the id of a member, an operator or a key, or system for what Ecu did by itself. */
                actor?: string;
                /** @description Only deeds of this kind. */
                kind?: "account" | "members" | "teams" | "keys" | "webhooks" | "payments" | "credit" | "budgets" | "alerts" | "approvals";
                /** @description A UTC day, such as 2026-11-21. */
                from?: string;
                /** @description A UTC day, such as 2026-11-21. */
                to?: string;
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who changed what, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_webhooks_id_deliveries_csv: {
        parameters: {
            query?: {
                status?: "pending" | "delivered" | "failed";
                type?: "balance.added" | "balance.threshold_crossed" | "balance.exhausted" | "budget.threshold_crossed" | "recharge.succeeded" | "recharge.failed" | "recharge.action_required" | "authorization.created" | "authorization.captured" | "authorization.released" | "authorization.expired" | "instance.started" | "instance.stopped" | "instance.interrupted" | "transaction.corrected" | "anomaly.detected" | "webhook.test";
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deliveries of the last 30 days under the filter, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_statements: {
        parameters: {
            query: {
                /** @description The first UTC day. */
                from: string;
                /** @description The last UTC day, included. */
                to: string;
                /** @description credit: ECU as a decimal string. tool_run: a whole number as a string. */
                unit?: "credit" | "tool_run";
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document and its signature. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        document: {
                            /** @constant */
                            format: "ecu-statement-2";
                            issuer: string;
                            /** Format: date-time */
                            issued_at: string;
                            account: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                billing: {
                                    name: string;
                                    line1: string;
                                    line2: string;
                                    postal_code: string;
                                    city: string;
                                    state: string;
                                    country: string;
                                    tax_id: string;
                                } | null;
                            };
                            /** @enum {string} */
                            unit: "credit" | "tool_run";
                            /** @description What one ECU cost when the period ended, in US dollars. */
                            credit_usd_value: string;
                            /** @description Null where the operator has named no company. */
                            issued_by: {
                                name: string;
                                address: string[];
                                tax_id: string;
                            } | null;
                            period: {
                                from: string;
                                /** @description UTC days, both included. */
                                to: string;
                                /** @description False when more could still be posted in it. */
                                is_over: boolean;
                            };
                            opening: string;
                            added: string;
                            /** @description Everything that went out, also what expired or was withdrawn. */
                            used: string;
                            /** @description opening + added − used. */
                            closing: string;
                            /** @description Of the closing balance, what was set aside for work that ran. */
                            held: string;
                            opening_grants: {
                                no: number;
                                left: string;
                            }[];
                            closing_grants: {
                                no: number;
                                origin: string;
                                granted: string;
                                left: string;
                                expires_at: string | null;
                            }[];
                            /** @description What came in and went out, by type; refunds by what was refunded: a charge, or money that had been paid. */
                            by_kind: {
                                /** @enum {string} */
                                kind: "topup" | "auto_recharge" | "bonus" | "contract_grant" | "bonus_grant" | "spend" | "gpu_usage" | "storage_billing" | "charge_refund" | "payment_refund" | "expiry" | "dispute" | "admin_correction";
                                added_rows: string;
                                added: string;
                                used_rows: string;
                                used: string;
                            }[];
                            chain: {
                                rows: string;
                                /** @description The first row it is about; one more than last_seq when there is none. */
                                first_seq: string;
                                last_seq: string;
                                /** @description The hash of the row before the first one: the chain's genesis for row 1. */
                                before: string;
                                /** @description The hash of the last row. */
                                after: string;
                                /** @description The chain's end when this was made. */
                                head: {
                                    seq: string;
                                    hash: string;
                                };
                            };
                        };
                        signature: {
                            /** @constant */
                            algorithm: "Ed25519";
                            /** @description The key's id: its RFC 7638 thumbprint. */
                            key: string;
                            /** @description The key, base64url. */
                            public_key: string;
                            /** @description Of the document as it is written, base64url. */
                            signature: string;
                        };
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_statements_jsonl: {
        parameters: {
            query: {
                /** @description The first UTC day. */
                from: string;
                /** @description The last UTC day, included. */
                to: string;
                /** @description credit: ECU as a decimal string. tool_run: a whole number as a string. */
                unit?: "credit" | "tool_run";
                /** @description Whether the rows are in the file. */
                rows?: "true" | "false";
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The statement as JSON Lines. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_receipts_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The receipt as JSON Lines. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_signing_keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Public keys, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: {
                            /** @constant */
                            kty: "OKP";
                            /** @constant */
                            crv: "Ed25519";
                            /** @constant */
                            alg: "EdDSA";
                            /** @constant */
                            use: "sig";
                            /** @description RFC 7638 thumbprint. */
                            kid: string;
                            x: string;
                            /** Format: date-time */
                            since: string;
                            signs_now: boolean;
                        }[];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_balance: {
        parameters: {
            query: {
                /** @description credit: ECU as a decimal string. tool_run: a whole number as a string. */
                unit?: "credit" | "tool_run";
                /** @description As the books were then: at the end of a UTC day (2026-11-21), or at a moment in UTC (2026-11-21T14:03Z). */
                as_of: string;
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The wallet as it was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        unit: "credit" | "tool_run";
                        /** Format: date-time */
                        as_of: string;
                        balance: string;
                        /** @description Set aside then for work that ran. */
                        held: string;
                        /** @description balance − held. */
                        available: string;
                        /** @description The last row that was there. */
                        last_transaction_id: string | null;
                        /** @description The chain's hash at that row. */
                        hash: string;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_grants: {
        parameters: {
            query?: {
                /** @description credit: ECU as a decimal string. tool_run: a whole number as a string. */
                unit?: "credit" | "tool_run";
                /** @description As the books were then: at the end of a UTC day (2026-11-21), or at a moment in UTC (2026-11-21T14:03Z). */
                as_of?: string;
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every grant of the wallet. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        no: number;
                        /** @enum {string} */
                        origin: "starter" | "topup" | "bonus" | "contract" | "correction" | "refund";
                        granted: string;
                        /** @description The part that was paid for. */
                        paid: string;
                        left: string;
                        /** @description Spent, or taken by corrections; granted − left − withdrawn − expired. */
                        used: string;
                        /** @description Taken back by refunds and disputes of payments, less what came back of them. */
                        withdrawn: string;
                        expired: string;
                        /**
                         * @description Of those that are over: expired where any of it was, withdrawn where none of it was used.
                         * @enum {string}
                         */
                        status: "open" | "used" | "withdrawn" | "expired";
                        expires_at: string | null;
                        /** Format: date-time */
                        granted_at: string;
                        transaction_id: string;
                        description: string;
                    }[];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_external_costs: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
                /** @description Makes the request happen once: 1 to 255 visible ASCII characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "costs": [
                 *         {
                 *           "id": "run-1",
                 *           "provider": "apify",
                 *           "feature": "lead_signal_fetch",
                 *           "cost_usd": "0.0425"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    costs: {
                        /** @description Your id of the run. The same id is never charged twice. */
                        id: string;
                        /**
                         * Format: date-time
                         * @description When it ran: any time in the past. Its UTC day is the day of usage. Without it, now.
                         */
                        occurred_at?: string;
                        /** @description Who was paid for it: apify … */
                        provider: string;
                        /** @description What the run really cost, in US dollars, as a decimal string. */
                        cost_usd: string;
                        /** @description What it is charged as on the rate card; without it as authorized, or lead_signal_fetch. */
                        feature?: string;
                        /** @description The kind of call; external_api without it. */
                        operation?: string;
                        /** @description What was used beside tokens, by meter, as decimal strings: run, iteration, trace_judgement (traces × judges), training_token (tokens × epochs), hour, gb_day, audio_second, web_search, input_audio_token, output_audio_token, input_image_token, output_image_token … */
                        quantities?: {
                            [key: string]: string;
                        };
                        /** @description Who caused it: a member's id or e-mail. */
                        member?: string;
                        /** @description The team's slug. */
                        team?: string;
                        /** @description The project's slug. */
                        project?: string;
                        /**
                         * Format: uuid
                         * @description The mandate under which an agent spends; the charge carries it.
                         */
                        mandate?: string;
                        /** @description The resource that was used, as kind/id: tool/web-search. Its tab shows the usage. */
                        resource?: string;
                        /**
                         * @description Refuse instead of charging into negative credit. Only for work that has not run yet: what has run is always charged.
                         * @default false
                         */
                        enforce?: boolean;
                        /**
                         * Format: uuid
                         * @description The authorization that this settles: what is left of its hold is available again.
                         */
                        authorization?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description What became of each cost. */
            207: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description One for each event, in order. */
                        results: {
                            /** @description The event's place in the batch, from 0. */
                            index: number;
                            id: string | null;
                            /** @description As if the event had been sent alone: 201, 200, 400, 402 or 422. */
                            status: number;
                            /** @enum {string} */
                            result: "charged" | "unbilled" | "replayed" | "refused";
                            /** @description Decimal string. */
                            charge?: string;
                            /** @enum {string} */
                            unit?: "credit" | "tool_run";
                            cost_usd?: string;
                            transaction_id?: string | null;
                            /** @description Why it was refused: unknown_model, unknown_feature, invalid_request, insufficient_credits, idempotency_mismatch … */
                            code?: string;
                            /** @description The field at fault, such as events.3.input_tokens. */
                            field?: string;
                            detail?: string;
                        }[];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_data_queries: {
        parameters: {
            query?: {
                /** @description How many; 50 without it, 1000 at the most. */
                limit?: string;
                /** @description The id of the last one of the page before. */
                before?: string;
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Look-ups. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** Format: date-time */
                        occurred_at: string;
                        /** Format: date-time */
                        received_at: string;
                        provider: string;
                        dataset: string | null;
                        feature: string | null;
                        query: string | null;
                        result_rows: number | null;
                        member: string | null;
                        team: string | null;
                        project: string | null;
                        key_id: string | null;
                    }[];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_data_queries: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
                /** @description Makes the request happen once: 1 to 255 visible ASCII characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "queries": [
                 *         {
                 *           "id": "query-1",
                 *           "provider": "socrata",
                 *           "dataset": "building-permits",
                 *           "query": "issued_date > '2026-11-01'",
                 *           "result_rows": 214
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    queries: {
                        /** @description Your id of the query. The same id is recorded once. */
                        id: string;
                        /**
                         * Format: date-time
                         * @description When it ran: any time in the past. Its UTC day is the day of usage. Without it, now.
                         */
                        occurred_at?: string;
                        /** @description Whose data it is: socrata … */
                        provider: string;
                        /** @description Which of its data sets. */
                        dataset?: string;
                        /** @description What it was looked up for. */
                        feature?: string;
                        /** @description What was asked. */
                        query?: string;
                        /** @description How many rows came back. */
                        result_rows?: number;
                        /** @description Who caused it: a member's id or e-mail. */
                        member?: string;
                        /** @description The team's slug. */
                        team?: string;
                        /** @description The project's slug. */
                        project?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description What became of each query. */
            207: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description One for each query, in order. */
                        results: {
                            /** @description The query's place in the batch, from 0. */
                            index: number;
                            id: string | null;
                            /** @description As if it had been sent alone: 201, 200, 400 or 422. */
                            status: number;
                            /** @enum {string} */
                            result: "recorded" | "replayed" | "refused";
                            /** @description Why it was refused: invalid_request, idempotency_mismatch. */
                            code?: string;
                            /** @description The field at fault, such as queries.3.provider. */
                            field?: string;
                            detail?: string;
                        }[];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_estimates: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
                /** @description Makes the request happen once: 1 to 255 visible ASCII characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "operations": [
                 *         {
                 *           "model": "gpt-4o",
                 *           "operation": "chat",
                 *           "input_tokens": 1204,
                 *           "max_output_tokens": 512,
                 *           "count": 10
                 *         }
                 *       ],
                 *       "team": "research"
                 *     }
                 */
                "application/json": {
                    /** @description What is about to run, each operation at its largest. */
                    operations: {
                        /**
                         * @description What it is charged as on the rate card.
                         * @default model_inference
                         */
                        feature?: string;
                        /** @description The kind of call: chat, embedding, image, audio, video … */
                        operation?: string;
                        /** @description Who runs the model. */
                        provider?: string;
                        /** @description The model that will be called. */
                        model?: string;
                        /** @description What it will run on, for features that are priced by hardware. */
                        hardware?: string;
                        /**
                         * @description The most input tokens, cache writes included.
                         * @default 0
                         */
                        input_tokens?: number;
                        /**
                         * @description The most input tokens written to a cache; part of input_tokens.
                         * @default 0
                         */
                        cache_write_tokens?: number;
                        /**
                         * @description The most output tokens: max_tokens of the call.
                         * @default 0
                         */
                        max_output_tokens?: number;
                        /** @description What was used beside tokens, by meter, as decimal strings: run, iteration, trace_judgement (traces × judges), training_token (tokens × epochs), hour, gb_day, audio_second, web_search, input_audio_token, output_audio_token, input_image_token, output_image_token … */
                        quantities?: {
                            [key: string]: string;
                        };
                        /**
                         * @description How many run at once: hours count once for each.
                         * @default 1
                         */
                        replicas?: number;
                        /** @description The most that it can cost in US dollars, where that is known. */
                        cost_usd?: string;
                        /**
                         * @description The customer's own provider key pays for the model: its tokens are not billed.
                         * @default false
                         */
                        byok?: boolean;
                        /**
                         * @description How many such operations.
                         * @default 1
                         */
                        count?: number;
                    }[];
                    /** @description Who causes it: a member's id or e-mail. */
                    member?: string;
                    /** @description The team's slug. */
                    team?: string;
                    /** @description The project's slug. */
                    project?: string;
                    /**
                     * Format: uuid
                     * @description The mandate under which an agent spends.
                     */
                    mandate?: string;
                };
            };
        };
        responses: {
            /** @description The estimate. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Whether it fits what is available and every hard budget, now. */
                        allowed: boolean;
                        /** @enum {string} */
                        unit: "credit" | "tool_run";
                        /** @description ECU as a decimal string; tool runs whole. */
                        worst_case: string;
                        worst_case_usd: string | null;
                        breakdown: {
                            description: string;
                            feature: string;
                            count: number;
                            /** @description ECU as a decimal string; tool runs whole. */
                            each: string;
                            /** @description ECU as a decimal string; tool runs whole. */
                            amount: string;
                            /** @description The computation of one of them in words. */
                            steps: string[];
                            /** @description The version of the rate card. */
                            rate_card: number;
                        }[];
                        wallet: {
                            /** @description ECU as a decimal string; tool runs whole. */
                            balance: string;
                            /** @description ECU as a decimal string; tool runs whole. */
                            held: string;
                            /** @description ECU as a decimal string; tool runs whole. */
                            available: string;
                            /** @description ECU as a decimal string; tool runs whole. */
                            would_remain: string;
                        };
                        budgets: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            kind: "budget" | "mandate";
                            scope: string;
                            scope_value: string;
                            period: string;
                            /** @description hard refuses, warn only says so. */
                            mode: string;
                            /** @description ECU as a decimal string; tool runs whole. */
                            limit: string;
                            /** @description ECU as a decimal string; tool runs whole. */
                            spent: string;
                            /** @description ECU as a decimal string; tool runs whole. */
                            held: string;
                            /** @description ECU as a decimal string; tool runs whole. */
                            remaining: string;
                            /** @description ECU as a decimal string; tool runs whole. */
                            would_remain: string;
                            resets_at: string | null;
                        }[];
                        /** @description Why it would be refused; empty when it is allowed. */
                        refusals: {
                            /** @description insufficient_credits, budget_exceeded, budget_warning, mandate_exceeded … */
                            code: string;
                            /** @description What is short, and what to do. */
                            detail: string;
                        }[];
                        /** @description Budgets that only warn, and would be passed. */
                        warnings: {
                            /** @description insufficient_credits, budget_exceeded, budget_warning, mandate_exceeded … */
                            code: string;
                            /** @description What is short, and what to do. */
                            detail: string;
                        }[];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_authorizations: {
        parameters: {
            query?: {
                /** @description The wallet; credit without it. */
                unit?: "credit" | "tool_run";
                /** @description How many; 50 without it, 1000 at the most. */
                limit?: string;
                /** @description The id of the last one of the page before. */
                before?: string;
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Open holds. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        status: "open" | "captured" | "released" | "expired";
                        /** @enum {string} */
                        unit: "credit" | "tool_run";
                        /** @description ECU as a decimal string; tool runs whole. */
                        amount: string;
                        used: string | null;
                        description: string;
                        feature: string;
                        model: string;
                        member: string;
                        team: string;
                        project: string;
                        mandate: string | null;
                        ref_type: string | null;
                        ref_id: string | null;
                        /** Format: date-time */
                        created_at: string;
                        expires_at: string | null;
                        ended_at: string | null;
                        /** @description The rows that the capture wrote. */
                        transactions: {
                            id: string;
                            /** Format: date-time */
                            created_at: string;
                            /** @enum {string} */
                            type: "topup" | "auto_recharge" | "bonus" | "contract_grant" | "bonus_grant" | "spend" | "gpu_usage" | "storage_billing" | "refund" | "expiry" | "dispute" | "admin_correction";
                            /** @description Positive adds credit, negative takes it. */
                            amount: string;
                            balance_after: string;
                            description: string;
                            /** @enum {string} */
                            source: "system" | "api" | "worker" | "stripe_webhook" | "admin_correction";
                            ref_type: string | null;
                            ref_id: string | null;
                            /** @enum {string} */
                            unit: "credit" | "tool_run";
                        }[];
                    }[];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_authorizations: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
                /** @description Makes the request happen once: 1 to 255 visible ASCII characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "operations": [
                 *         {
                 *           "model": "gpt-4o",
                 *           "operation": "chat",
                 *           "input_tokens": 1204,
                 *           "max_output_tokens": 512
                 *         }
                 *       ],
                 *       "description": "Evaluation run 81",
                 *       "expires_in": 3600
                 *     }
                 */
                "application/json": {
                    /** @description What is about to run, each operation at its largest. */
                    operations?: {
                        /**
                         * @description What it is charged as on the rate card.
                         * @default model_inference
                         */
                        feature?: string;
                        /** @description The kind of call: chat, embedding, image, audio, video … */
                        operation?: string;
                        /** @description Who runs the model. */
                        provider?: string;
                        /** @description The model that will be called. */
                        model?: string;
                        /** @description What it will run on, for features that are priced by hardware. */
                        hardware?: string;
                        /**
                         * @description The most input tokens, cache writes included.
                         * @default 0
                         */
                        input_tokens?: number;
                        /**
                         * @description The most input tokens written to a cache; part of input_tokens.
                         * @default 0
                         */
                        cache_write_tokens?: number;
                        /**
                         * @description The most output tokens: max_tokens of the call.
                         * @default 0
                         */
                        max_output_tokens?: number;
                        /** @description What was used beside tokens, by meter, as decimal strings: run, iteration, trace_judgement (traces × judges), training_token (tokens × epochs), hour, gb_day, audio_second, web_search, input_audio_token, output_audio_token, input_image_token, output_image_token … */
                        quantities?: {
                            [key: string]: string;
                        };
                        /**
                         * @description How many run at once: hours count once for each.
                         * @default 1
                         */
                        replicas?: number;
                        /** @description The most that it can cost in US dollars, where that is known. */
                        cost_usd?: string;
                        /**
                         * @description The customer's own provider key pays for the model: its tokens are not billed.
                         * @default false
                         */
                        byok?: boolean;
                        /**
                         * @description How many such operations.
                         * @default 1
                         */
                        count?: number;
                    }[];
                    /** @description Instead of operations: the worst case, where you know it. Held until captured or released. */
                    amount?: string;
                    /**
                     * @description credit: ECU as a decimal string. tool_run: a whole number as a string.
                     * @default credit
                     * @enum {string}
                     */
                    unit?: "credit" | "tool_run";
                    /**
                     * @description With amount: what it is charged as.
                     * @default model_inference
                     */
                    feature?: string;
                    /** @description Who causes it: a member's id or e-mail. */
                    member?: string;
                    /** @description The team's slug. */
                    team?: string;
                    /** @description The project's slug. */
                    project?: string;
                    /**
                     * Format: uuid
                     * @description The mandate under which an agent spends.
                     */
                    mandate?: string;
                    /** @description What people read on the row. */
                    description?: string;
                    /**
                     * @description Seconds until the hold is given back by itself.
                     * @default 3600
                     */
                    expires_in?: number;
                    /** @description What it is for: job, run … */
                    ref_type?: string;
                    /** @description Its id. */
                    ref_id?: string;
                };
            };
        };
        responses: {
            /** @description The hold. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        status: "open" | "captured" | "released" | "expired";
                        /** @enum {string} */
                        unit: "credit" | "tool_run";
                        /** @description ECU as a decimal string; tool runs whole. */
                        amount: string;
                        used: string | null;
                        description: string;
                        feature: string;
                        model: string;
                        member: string;
                        team: string;
                        project: string;
                        mandate: string | null;
                        ref_type: string | null;
                        ref_id: string | null;
                        /** Format: date-time */
                        created_at: string;
                        expires_at: string | null;
                        ended_at: string | null;
                        /** @description The rows that the capture wrote. */
                        transactions: {
                            id: string;
                            /** Format: date-time */
                            created_at: string;
                            /** @enum {string} */
                            type: "topup" | "auto_recharge" | "bonus" | "contract_grant" | "bonus_grant" | "spend" | "gpu_usage" | "storage_billing" | "refund" | "expiry" | "dispute" | "admin_correction";
                            /** @description Positive adds credit, negative takes it. */
                            amount: string;
                            balance_after: string;
                            description: string;
                            /** @enum {string} */
                            source: "system" | "api" | "worker" | "stripe_webhook" | "admin_correction";
                            ref_type: string | null;
                            ref_id: string | null;
                            /** @enum {string} */
                            unit: "credit" | "tool_run";
                        }[];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_authorizations_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The hold as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        status: "open" | "captured" | "released" | "expired";
                        /** @enum {string} */
                        unit: "credit" | "tool_run";
                        /** @description ECU as a decimal string; tool runs whole. */
                        amount: string;
                        used: string | null;
                        description: string;
                        feature: string;
                        model: string;
                        member: string;
                        team: string;
                        project: string;
                        mandate: string | null;
                        ref_type: string | null;
                        ref_id: string | null;
                        /** Format: date-time */
                        created_at: string;
                        expires_at: string | null;
                        ended_at: string | null;
                        /** @description The rows that the capture wrote. */
                        transactions: {
                            id: string;
                            /** Format: date-time */
                            created_at: string;
                            /** @enum {string} */
                            type: "topup" | "auto_recharge" | "bonus" | "contract_grant" | "bonus_grant" | "spend" | "gpu_usage" | "storage_billing" | "refund" | "expiry" | "dispute" | "admin_correction";
                            /** @description Positive adds credit, negative takes it. */
                            amount: string;
                            balance_after: string;
                            description: string;
                            /** @enum {string} */
                            source: "system" | "api" | "worker" | "stripe_webhook" | "admin_correction";
                            ref_type: string | null;
                            ref_id: string | null;
                            /** @enum {string} */
                            unit: "credit" | "tool_run";
                        }[];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_authorizations_id_capture: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
                /** @description Makes the request happen once: 1 to 255 visible ASCII characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "usage": {
                 *         "input_tokens": 1204,
                 *         "output_tokens": 310
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description What was really used, as in a usage event: the rate card says what it costs. What it leaves out is as authorized. */
                    usage?: {
                        [key: string]: unknown;
                    };
                    /** @description Instead of usage: what is to be charged, less than is held or more. */
                    amount?: string;
                    /** @description With amount: what it really cost, for the margin. */
                    cost_usd?: string;
                    /** @description What people read on the row. */
                    description?: string;
                    /**
                     * @description What becomes of an amount above the hold: a row of its own, or a refusal.
                     * @default charge
                     * @enum {string}
                     */
                    overage?: "charge" | "refuse";
                };
            };
        };
        responses: {
            /** @description The ended hold and the rows that it wrote. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        status: "open" | "captured" | "released" | "expired";
                        /** @enum {string} */
                        unit: "credit" | "tool_run";
                        /** @description ECU as a decimal string; tool runs whole. */
                        amount: string;
                        used: string | null;
                        description: string;
                        feature: string;
                        model: string;
                        member: string;
                        team: string;
                        project: string;
                        mandate: string | null;
                        ref_type: string | null;
                        ref_id: string | null;
                        /** Format: date-time */
                        created_at: string;
                        expires_at: string | null;
                        ended_at: string | null;
                        /** @description The rows that the capture wrote. */
                        transactions: {
                            id: string;
                            /** Format: date-time */
                            created_at: string;
                            /** @enum {string} */
                            type: "topup" | "auto_recharge" | "bonus" | "contract_grant" | "bonus_grant" | "spend" | "gpu_usage" | "storage_billing" | "refund" | "expiry" | "dispute" | "admin_correction";
                            /** @description Positive adds credit, negative takes it. */
                            amount: string;
                            balance_after: string;
                            description: string;
                            /** @enum {string} */
                            source: "system" | "api" | "worker" | "stripe_webhook" | "admin_correction";
                            ref_type: string | null;
                            ref_id: string | null;
                            /** @enum {string} */
                            unit: "credit" | "tool_run";
                        }[];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_authorizations_id_extend: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
                /** @description Makes the request happen once: 1 to 255 visible ASCII characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "expires_in": 600
                 *     }
                 */
                "application/json": {
                    /** @description Seconds until the hold is given back by itself. */
                    expires_in: number;
                };
            };
        };
        responses: {
            /** @description The hold. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        status: "open" | "captured" | "released" | "expired";
                        /** @enum {string} */
                        unit: "credit" | "tool_run";
                        /** @description ECU as a decimal string; tool runs whole. */
                        amount: string;
                        used: string | null;
                        description: string;
                        feature: string;
                        model: string;
                        member: string;
                        team: string;
                        project: string;
                        mandate: string | null;
                        ref_type: string | null;
                        ref_id: string | null;
                        /** Format: date-time */
                        created_at: string;
                        expires_at: string | null;
                        ended_at: string | null;
                        /** @description The rows that the capture wrote. */
                        transactions: {
                            id: string;
                            /** Format: date-time */
                            created_at: string;
                            /** @enum {string} */
                            type: "topup" | "auto_recharge" | "bonus" | "contract_grant" | "bonus_grant" | "spend" | "gpu_usage" | "storage_billing" | "refund" | "expiry" | "dispute" | "admin_correction";
                            /** @description Positive adds credit, negative takes it. */
                            amount: string;
                            balance_after: string;
                            description: string;
                            /** @enum {string} */
                            source: "system" | "api" | "worker" | "stripe_webhook" | "admin_correction";
                            ref_type: string | null;
                            ref_id: string | null;
                            /** @enum {string} */
                            unit: "credit" | "tool_run";
                        }[];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_authorizations_id_release: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
                /** @description Makes the request happen once: 1 to 255 visible ASCII characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ended hold. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        status: "open" | "captured" | "released" | "expired";
                        /** @enum {string} */
                        unit: "credit" | "tool_run";
                        /** @description ECU as a decimal string; tool runs whole. */
                        amount: string;
                        used: string | null;
                        description: string;
                        feature: string;
                        model: string;
                        member: string;
                        team: string;
                        project: string;
                        mandate: string | null;
                        ref_type: string | null;
                        ref_id: string | null;
                        /** Format: date-time */
                        created_at: string;
                        expires_at: string | null;
                        ended_at: string | null;
                        /** @description The rows that the capture wrote. */
                        transactions: {
                            id: string;
                            /** Format: date-time */
                            created_at: string;
                            /** @enum {string} */
                            type: "topup" | "auto_recharge" | "bonus" | "contract_grant" | "bonus_grant" | "spend" | "gpu_usage" | "storage_billing" | "refund" | "expiry" | "dispute" | "admin_correction";
                            /** @description Positive adds credit, negative takes it. */
                            amount: string;
                            balance_after: string;
                            description: string;
                            /** @enum {string} */
                            source: "system" | "api" | "worker" | "stripe_webhook" | "admin_correction";
                            ref_type: string | null;
                            ref_id: string | null;
                            /** @enum {string} */
                            unit: "credit" | "tool_run";
                        }[];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_api_gateway_v1_chat_completions: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
                /** @description Makes the request happen once: 1 to 255 visible ASCII characters. */
                "Idempotency-Key"?: string;
                /** @description What the call is charged as; model_inference without it. */
                "Ecu-Feature"?: string;
                /** @description Who caused it. Where it is missing, OpenAI's metadata (member) and user are read. */
                "Ecu-Member"?: string;
                /** @description The team's slug; or metadata (team). */
                "Ecu-Team"?: string;
                /** @description The project's slug; or metadata (project). */
                "Ecu-Project"?: string;
                /** @description The id of the mandate under which an agent spends. */
                "Ecu-Mandate"?: string;
                /** @description With whose key: a provider of which the account has its own, or managed. */
                "Ecu-Provider"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "model": "openai/gpt-4o-mini",
                 *       "messages": [
                 *         {
                 *           "role": "user",
                 *           "content": "What is a ledger?"
                 *         }
                 *       ],
                 *       "max_tokens": 300
                 *     }
                 */
                "application/json": {
                    /** @description The model to call, as `GET /models` lists it. */
                    model: string;
                    messages: unknown[];
                    /** @description The most output tokens. It decides what is held before the call. */
                    max_completion_tokens?: number | null;
                    /** @description The same, as older clients name it. */
                    max_tokens?: number | null;
                    /** @description How many answers: each may have that many tokens. */
                    n?: number | null;
                    stream?: boolean | null;
                    stream_options?: ({
                        include_usage?: boolean | null;
                    } & {
                        [key: string]: unknown;
                    }) | null;
                    models?: null;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description The completion. */
            200: {
                headers: {
                    /** @description The call; its usage event is gw_<call>. */
                    "Ecu-Call"?: string;
                    /** @description What was charged, in ECU. Not of a stream, which says it before its end. */
                    "Ecu-Charge"?: string;
                    /** @description The row of the ledger. Not of a stream, nor where nothing was charged. */
                    "Ecu-Transaction"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        object: string;
                        model: string;
                        choices: ({
                            index: number;
                            finish_reason: string | null;
                        } & {
                            [key: string]: unknown;
                        })[];
                        usage: {
                            prompt_tokens: number;
                            completion_tokens: number;
                            total_tokens: number;
                        } & {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_api_gateway_v1_embeddings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
                /** @description Makes the request happen once: 1 to 255 visible ASCII characters. */
                "Idempotency-Key"?: string;
                /** @description What the call is charged as; model_inference without it. */
                "Ecu-Feature"?: string;
                /** @description Who caused it. Where it is missing, OpenAI's metadata (member) and user are read. */
                "Ecu-Member"?: string;
                /** @description The team's slug; or metadata (team). */
                "Ecu-Team"?: string;
                /** @description The project's slug; or metadata (project). */
                "Ecu-Project"?: string;
                /** @description The id of the mandate under which an agent spends. */
                "Ecu-Mandate"?: string;
                /** @description With whose key: a provider of which the account has its own, or managed. */
                "Ecu-Provider"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "model": "text-embedding-3-small",
                 *       "input": [
                 *         "a ledger",
                 *         "a balance"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description The model to call, as `GET /models` lists it. */
                    model: string;
                    input: string | unknown[];
                    models?: null;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description The embeddings. */
            200: {
                headers: {
                    /** @description The call; its usage event is gw_<call>. */
                    "Ecu-Call"?: string;
                    /** @description What was charged, in ECU. Not of a stream, which says it before its end. */
                    "Ecu-Charge"?: string;
                    /** @description The row of the ledger. Not of a stream, nor where nothing was charged. */
                    "Ecu-Transaction"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        model: string;
                        data: ({
                            index: number;
                            embedding: number[] | string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        usage: {
                            prompt_tokens: number;
                            total_tokens: number;
                        } & {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_api_gateway_v1_models: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
                /** @description With whose key: a provider of which the account has its own, or managed. */
                "Ecu-Provider"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The models. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: ({
                            id: string;
                            /** @constant */
                            object: "model";
                            created: number;
                            owned_by: string;
                            pricing: {
                                /** @constant */
                                unit: "ECU";
                                /** @description ECU for a million input tokens, as the rate card has it now. */
                                input_per_million: string;
                                /** @description ECU for a million output tokens. */
                                output_per_million: string;
                            };
                        } & {
                            [key: string]: unknown;
                        })[];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_api_gateway_v1_models_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
                /** @description With whose key: a provider of which the account has its own, or managed. */
                "Ecu-Provider"?: string;
            };
            path: {
                /** @description A model, as `GET /models` lists it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The model. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        object: "model";
                        created: number;
                        owned_by: string;
                        pricing: {
                            /** @constant */
                            unit: "ECU";
                            /** @description ECU for a million input tokens, as the rate card has it now. */
                            input_per_million: string;
                            /** @description ECU for a million output tokens. */
                            output_per_million: string;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_approvals: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
                /** @description Makes the request happen once: 1 to 255 visible ASCII characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Evaluation run 81",
                 *       "reason": "2000 traces with three judges",
                 *       "operations": [
                 *         {
                 *           "model": "gpt-4o",
                 *           "input_tokens": 1200,
                 *           "max_output_tokens": 300,
                 *           "count": 2000
                 *         }
                 *       ],
                 *       "return_url": "https://app.example.com/runs/81",
                 *       "hold_for": 7200
                 *     }
                 */
                "application/json": {
                    /** @description What it is, for the person who decides. */
                    title: string;
                    /**
                     * @description Why it is needed.
                     * @default
                     */
                    reason?: string;
                    /** @description Who causes it: a member's id or e-mail. */
                    member?: string;
                    /** @description The team's slug. */
                    team?: string;
                    /** @description The project's slug. */
                    project?: string;
                    /** @description Where the person goes afterwards, with approval=<id>&status=approved|declined added. */
                    return_url?: string;
                    /**
                     * @description Seconds within which it can be decided.
                     * @default 86400
                     */
                    expires_in?: number;
                    /** @description What is about to run, each operation at its largest. */
                    operations?: {
                        /**
                         * @description What it is charged as on the rate card.
                         * @default model_inference
                         */
                        feature?: string;
                        /** @description The kind of call: chat, embedding, image, audio, video … */
                        operation?: string;
                        /** @description Who runs the model. */
                        provider?: string;
                        /** @description The model that will be called. */
                        model?: string;
                        /** @description What it will run on, for features that are priced by hardware. */
                        hardware?: string;
                        /**
                         * @description The most input tokens, cache writes included.
                         * @default 0
                         */
                        input_tokens?: number;
                        /**
                         * @description The most input tokens written to a cache; part of input_tokens.
                         * @default 0
                         */
                        cache_write_tokens?: number;
                        /**
                         * @description The most output tokens: max_tokens of the call.
                         * @default 0
                         */
                        max_output_tokens?: number;
                        /** @description What was used beside tokens, by meter, as decimal strings: run, iteration, trace_judgement (traces × judges), training_token (tokens × epochs), hour, gb_day, audio_second, web_search, input_audio_token, output_audio_token, input_image_token, output_image_token … */
                        quantities?: {
                            [key: string]: string;
                        };
                        /**
                         * @description How many run at once: hours count once for each.
                         * @default 1
                         */
                        replicas?: number;
                        /** @description The most that it can cost in US dollars, where that is known. */
                        cost_usd?: string;
                        /**
                         * @description The customer's own provider key pays for the model: its tokens are not billed.
                         * @default false
                         */
                        byok?: boolean;
                        /**
                         * @description How many such operations.
                         * @default 1
                         */
                        count?: number;
                    }[];
                    /** @description Instead of operations: the worst case, where you know it. Held until captured or released. */
                    amount?: string;
                    /**
                     * @description credit: ECU as a decimal string. tool_run: a whole number as a string.
                     * @default credit
                     * @enum {string}
                     */
                    unit?: "credit" | "tool_run";
                    /**
                     * @description With amount: what it is charged as.
                     * @default model_inference
                     */
                    feature?: string;
                    /**
                     * @description Seconds for which the worst case is held, once approved.
                     * @default 3600
                     */
                    hold_for?: number;
                };
            };
        };
        responses: {
            /** @description The request, pending. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        kind: "job";
                        /** Format: uuid */
                        id: string;
                        /**
                         * @description expired: nobody decided in time. ended: a mandate's time is over.
                         * @enum {string}
                         */
                        status: "pending" | "approved" | "declined" | "expired" | "revoked" | "ended";
                        /**
                         * Format: uri
                         * @description Where a person decides.
                         */
                        url: string;
                        title: string;
                        reason: string;
                        member: string;
                        team: string;
                        project: string;
                        return_url: string | null;
                        /** Format: date-time */
                        requested_at: string;
                        requested_by: string;
                        /** Format: date-time */
                        decide_by: string;
                        decided_at: string | null;
                        decided_by: string | null;
                        /** @enum {string} */
                        unit: "credit" | "tool_run";
                        /** @description The worst case, which is held once approved. */
                        amount: string;
                        breakdown: {
                            description: string;
                            feature: string;
                            count: number;
                            each: string;
                            amount: string;
                            steps: string[];
                            rate_card: number;
                        }[];
                        hold_for: number;
                        /** @description The hold, once approved: capture or release it as any authorization. */
                        authorization_id: string | null;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_approvals_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The approval as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        kind: "job";
                        /** Format: uuid */
                        id: string;
                        /**
                         * @description expired: nobody decided in time. ended: a mandate's time is over.
                         * @enum {string}
                         */
                        status: "pending" | "approved" | "declined" | "expired" | "revoked" | "ended";
                        /**
                         * Format: uri
                         * @description Where a person decides.
                         */
                        url: string;
                        title: string;
                        reason: string;
                        member: string;
                        team: string;
                        project: string;
                        return_url: string | null;
                        /** Format: date-time */
                        requested_at: string;
                        requested_by: string;
                        /** Format: date-time */
                        decide_by: string;
                        decided_at: string | null;
                        decided_by: string | null;
                        /** @enum {string} */
                        unit: "credit" | "tool_run";
                        /** @description The worst case, which is held once approved. */
                        amount: string;
                        breakdown: {
                            description: string;
                            feature: string;
                            count: number;
                            each: string;
                            amount: string;
                            steps: string[];
                            rate_card: number;
                        }[];
                        hold_for: number;
                        /** @description The hold, once approved: capture or release it as any authorization. */
                        authorization_id: string | null;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_mandates: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest mandates, with what was spent under each. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ECU. */
                        limit: string;
                        /** @description Charged in the period. */
                        spent: string;
                        /** @description On its way: open holds. */
                        held: string;
                        /** @description limit − spent − held. Below zero when work that was running cost more than its hold. */
                        remaining: string;
                        /** @description Of spent and held, rounded to two decimals, halves to the even one; 0 and 100 mean that nothing and that everything is used, more that the limit was gone beyond. */
                        used_percent: number;
                        /** @constant */
                        kind: "mandate";
                        /** Format: uuid */
                        id: string;
                        /**
                         * @description expired: nobody decided in time. ended: a mandate's time is over.
                         * @enum {string}
                         */
                        status: "pending" | "approved" | "declined" | "expired" | "revoked" | "ended";
                        /**
                         * Format: uri
                         * @description Where a person decides.
                         */
                        url: string;
                        title: string;
                        reason: string;
                        member: string;
                        team: string;
                        project: string;
                        return_url: string | null;
                        /** Format: date-time */
                        requested_at: string;
                        requested_by: string;
                        /** Format: date-time */
                        decide_by: string;
                        decided_at: string | null;
                        decided_by: string | null;
                        models: string[];
                        features: string[];
                        lasts: number;
                        valid_until: string | null;
                        /** @description When it was revoked. */
                        ended_at: string | null;
                    }[];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_mandates: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
                /** @description Makes the request happen once: 1 to 255 visible ASCII characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Research agent",
                 *       "limit": "50",
                 *       "models": [
                 *         "gpt-4o",
                 *         "gpt-4o-mini"
                 *       ],
                 *       "lasts": 3600
                 *     }
                 */
                "application/json": {
                    /** @description What it is, for the person who decides. */
                    title: string;
                    /**
                     * @description Why it is needed.
                     * @default
                     */
                    reason?: string;
                    /** @description Who causes it: a member's id or e-mail. */
                    member?: string;
                    /** @description The team's slug. */
                    team?: string;
                    /** @description The project's slug. */
                    project?: string;
                    /** @description Where the person goes afterwards, with approval=<id>&status=approved|declined added. */
                    return_url?: string;
                    /**
                     * @description Seconds within which it can be decided.
                     * @default 86400
                     */
                    expires_in?: number;
                    /** @description The most ECU that may be spent under it, as a decimal string. */
                    limit: string;
                    /**
                     * @description The only models that it is good for; empty for any.
                     * @default []
                     */
                    models?: string[];
                    /**
                     * @description The only features that it is good for; empty for any.
                     * @default []
                     */
                    features?: string[];
                    /**
                     * @description Seconds that it lasts, once approved; 30 days at most.
                     * @default 3600
                     */
                    lasts?: number;
                };
            };
        };
        responses: {
            /** @description The mandate, pending. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ECU. */
                        limit: string;
                        /** @description Charged in the period. */
                        spent: string;
                        /** @description On its way: open holds. */
                        held: string;
                        /** @description limit − spent − held. Below zero when work that was running cost more than its hold. */
                        remaining: string;
                        /** @description Of spent and held, rounded to two decimals, halves to the even one; 0 and 100 mean that nothing and that everything is used, more that the limit was gone beyond. */
                        used_percent: number;
                        /** @constant */
                        kind: "mandate";
                        /** Format: uuid */
                        id: string;
                        /**
                         * @description expired: nobody decided in time. ended: a mandate's time is over.
                         * @enum {string}
                         */
                        status: "pending" | "approved" | "declined" | "expired" | "revoked" | "ended";
                        /**
                         * Format: uri
                         * @description Where a person decides.
                         */
                        url: string;
                        title: string;
                        reason: string;
                        member: string;
                        team: string;
                        project: string;
                        return_url: string | null;
                        /** Format: date-time */
                        requested_at: string;
                        requested_by: string;
                        /** Format: date-time */
                        decide_by: string;
                        decided_at: string | null;
                        decided_by: string | null;
                        models: string[];
                        features: string[];
                        lasts: number;
                        valid_until: string | null;
                        /** @description When it was revoked. */
                        ended_at: string | null;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_mandates_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mandate as it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ECU. */
                        limit: string;
                        /** @description Charged in the period. */
                        spent: string;
                        /** @description On its way: open holds. */
                        held: string;
                        /** @description limit − spent − held. Below zero when work that was running cost more than its hold. */
                        remaining: string;
                        /** @description Of spent and held, rounded to two decimals, halves to the even one; 0 and 100 mean that nothing and that everything is used, more that the limit was gone beyond. */
                        used_percent: number;
                        /** @constant */
                        kind: "mandate";
                        /** Format: uuid */
                        id: string;
                        /**
                         * @description expired: nobody decided in time. ended: a mandate's time is over.
                         * @enum {string}
                         */
                        status: "pending" | "approved" | "declined" | "expired" | "revoked" | "ended";
                        /**
                         * Format: uri
                         * @description Where a person decides.
                         */
                        url: string;
                        title: string;
                        reason: string;
                        member: string;
                        team: string;
                        project: string;
                        return_url: string | null;
                        /** Format: date-time */
                        requested_at: string;
                        requested_by: string;
                        /** Format: date-time */
                        decide_by: string;
                        decided_at: string | null;
                        decided_by: string | null;
                        models: string[];
                        features: string[];
                        lasts: number;
                        valid_until: string | null;
                        /** @description When it was revoked. */
                        ended_at: string | null;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_budgets: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The live budgets as they stand. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ECU. */
                        limit: string;
                        /** @description Charged in the period. */
                        spent: string;
                        /** @description On its way: open holds. */
                        held: string;
                        /** @description limit − spent − held. Below zero when work that was running cost more than its hold. */
                        remaining: string;
                        /** @description Of spent and held, rounded to two decimals, halves to the even one; 0 and 100 mean that nothing and that everything is used, more that the limit was gone beyond. */
                        used_percent: number;
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @enum {string} */
                        scope: "account" | "team" | "project" | "member" | "key" | "feature";
                        scope_value: string;
                        /** @enum {string} */
                        period: "daily" | "weekly" | "monthly" | "total";
                        /** @enum {string} */
                        mode: "hard" | "warn";
                        /** @description The UTC day from which a total counts. */
                        starts_on: string;
                        /** @description When spending begins at zero again; null for a total. */
                        resets_at: string | null;
                        /** Format: date-time */
                        created_at: string;
                        created_by: string;
                        archived_at: string | null;
                    }[];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_budgets: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
                /** @description Makes the request happen once: 1 to 255 visible ASCII characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Growth, monthly",
                 *       "scope": "feature",
                 *       "scope_value": "judge_run",
                 *       "period": "monthly",
                 *       "limit": "250"
                 *     }
                 */
                "application/json": {
                    name: string;
                    /**
                     * @description What it limits.
                     * @enum {string}
                     */
                    scope: "account" | "team" | "project" | "member" | "key" | "feature";
                    /**
                     * @description Which one: a team's or project's slug, a member's e-mail or id, a key's id, a feature. Left out for the account.
                     * @default
                     */
                    scope_value?: string;
                    /**
                     * @description daily, weekly (from Monday) and monthly begin again at midnight UTC; total never does.
                     * @enum {string}
                     */
                    period: "daily" | "weekly" | "monthly" | "total";
                    /**
                     * @description hard refuses new work that does not fit; warn only shows.
                     * @default hard
                     * @enum {string}
                     */
                    mode?: "hard" | "warn";
                    /** @description ECU as a decimal string, such as "250". */
                    limit: string;
                    /** @description Of a total: the UTC day from which spending counts; today without it. */
                    starts_on?: string;
                };
            };
        };
        responses: {
            /** @description The budget as it stands. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ECU. */
                        limit: string;
                        /** @description Charged in the period. */
                        spent: string;
                        /** @description On its way: open holds. */
                        held: string;
                        /** @description limit − spent − held. Below zero when work that was running cost more than its hold. */
                        remaining: string;
                        /** @description Of spent and held, rounded to two decimals, halves to the even one; 0 and 100 mean that nothing and that everything is used, more that the limit was gone beyond. */
                        used_percent: number;
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @enum {string} */
                        scope: "account" | "team" | "project" | "member" | "key" | "feature";
                        scope_value: string;
                        /** @enum {string} */
                        period: "daily" | "weekly" | "monthly" | "total";
                        /** @enum {string} */
                        mode: "hard" | "warn";
                        /** @description The UTC day from which a total counts. */
                        starts_on: string;
                        /** @description When spending begins at zero again; null for a total. */
                        resets_at: string | null;
                        /** Format: date-time */
                        created_at: string;
                        created_by: string;
                        archived_at: string | null;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_budgets_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The budget as it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ECU. */
                        limit: string;
                        /** @description Charged in the period. */
                        spent: string;
                        /** @description On its way: open holds. */
                        held: string;
                        /** @description limit − spent − held. Below zero when work that was running cost more than its hold. */
                        remaining: string;
                        /** @description Of spent and held, rounded to two decimals, halves to the even one; 0 and 100 mean that nothing and that everything is used, more that the limit was gone beyond. */
                        used_percent: number;
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @enum {string} */
                        scope: "account" | "team" | "project" | "member" | "key" | "feature";
                        scope_value: string;
                        /** @enum {string} */
                        period: "daily" | "weekly" | "monthly" | "total";
                        /** @enum {string} */
                        mode: "hard" | "warn";
                        /** @description The UTC day from which a total counts. */
                        starts_on: string;
                        /** @description When spending begins at zero again; null for a total. */
                        resets_at: string | null;
                        /** Format: date-time */
                        created_at: string;
                        created_by: string;
                        archived_at: string | null;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_budgets_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The archived budget. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ECU. */
                        limit: string;
                        /** @description Charged in the period. */
                        spent: string;
                        /** @description On its way: open holds. */
                        held: string;
                        /** @description limit − spent − held. Below zero when work that was running cost more than its hold. */
                        remaining: string;
                        /** @description Of spent and held, rounded to two decimals, halves to the even one; 0 and 100 mean that nothing and that everything is used, more that the limit was gone beyond. */
                        used_percent: number;
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @enum {string} */
                        scope: "account" | "team" | "project" | "member" | "key" | "feature";
                        scope_value: string;
                        /** @enum {string} */
                        period: "daily" | "weekly" | "monthly" | "total";
                        /** @enum {string} */
                        mode: "hard" | "warn";
                        /** @description The UTC day from which a total counts. */
                        starts_on: string;
                        /** @description When spending begins at zero again; null for a total. */
                        resets_at: string | null;
                        /** Format: date-time */
                        created_at: string;
                        created_by: string;
                        archived_at: string | null;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_budgets_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "limit": "400"
                 *     }
                 */
                "application/json": {
                    name?: string;
                    /** @description ECU as a decimal string, such as "250". */
                    limit?: string;
                    /**
                     * @description hard refuses new work that does not fit; warn only shows.
                     * @enum {string}
                     */
                    mode?: "hard" | "warn";
                };
            };
        };
        responses: {
            /** @description The budget as it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ECU. */
                        limit: string;
                        /** @description Charged in the period. */
                        spent: string;
                        /** @description On its way: open holds. */
                        held: string;
                        /** @description limit − spent − held. Below zero when work that was running cost more than its hold. */
                        remaining: string;
                        /** @description Of spent and held, rounded to two decimals, halves to the even one; 0 and 100 mean that nothing and that everything is used, more that the limit was gone beyond. */
                        used_percent: number;
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @enum {string} */
                        scope: "account" | "team" | "project" | "member" | "key" | "feature";
                        scope_value: string;
                        /** @enum {string} */
                        period: "daily" | "weekly" | "monthly" | "total";
                        /** @enum {string} */
                        mode: "hard" | "warn";
                        /** @description The UTC day from which a total counts. */
                        starts_on: string;
                        /** @description When spending begins at zero again; null for a total. */
                        resets_at: string | null;
                        /** Format: date-time */
                        created_at: string;
                        created_by: string;
                        archived_at: string | null;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_credits_policy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The limits, and whether something new may be deployed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Below it nothing new is deployed. */
                        low_limit: string;
                        /** @description The balance, zero or below, past which what runs is stopped. */
                        negative_limit: string;
                        /** @description Decimal string. */
                        available: string;
                        may_deploy: boolean;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_credits_policy: {
        parameters: {
            query?: never;
            header: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "low_limit": "10",
                 *       "negative_limit": "-50"
                 *     }
                 */
                "application/json": {
                    /** @description Below it nothing new is deployed. */
                    low_limit?: string;
                    /** @description The balance, zero or below, past which what runs is stopped. */
                    negative_limit?: string;
                };
            };
        };
        responses: {
            /** @description The limits as they are now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Below it nothing new is deployed. */
                        low_limit: string;
                        /** @description The balance, zero or below, past which what runs is stopped. */
                        negative_limit: string;
                        /** @description Decimal string. */
                        available: string;
                        may_deploy: boolean;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_resources_kind_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path: {
                kind: "tool" | "model" | "deployment" | "guardrail" | "custom_script" | "volume";
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource with its history. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "tool" | "model" | "deployment" | "guardrail" | "custom_script" | "volume";
                        id: string;
                        name: string;
                        type: string;
                        parent: string | null;
                        language: string;
                        language_version: string;
                        owner: string;
                        team: string;
                        project: string;
                        /** @enum {string} */
                        status: "draft" | "deployed" | "undeployed" | "failed" | "deleted";
                        endpoint: string;
                        hardware: string;
                        size_gb: string | null;
                        last_active_at: string | null;
                        first_deployed_at: string | null;
                        last_deployed_at: string | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
                        history: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            status: "draft" | "deployed" | "undeployed" | "failed" | "deleted";
                            size_gb: string | null;
                            note: string;
                            changed_by: string;
                        }[];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_resources_kind_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path: {
                kind: "tool" | "model" | "deployment" | "guardrail" | "custom_script" | "volume";
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "PII guardrail",
                 *       "owner": "ada@example.com",
                 *       "project": "support",
                 *       "status": "undeployed"
                 *     }
                 */
                "application/json": {
                    /** @description What people call it. */
                    name?: string;
                    /** @description base or fine_tuned for models; the type of a deployment. */
                    type?: string;
                    /** @description A deployment's model. */
                    parent?: string;
                    /** @description A script's language: python, javascript … */
                    language?: string;
                    /** @description Its version: 3.12 */
                    language_version?: string;
                    /** @description Who made it: a member's e-mail. */
                    owner?: string;
                    /** @description The team's slug. */
                    team?: string;
                    /** @description The project's slug. */
                    project?: string;
                    /**
                     * @description Without it something new is a draft, and a volume deployed. Each change is kept.
                     * @enum {string}
                     */
                    status?: "draft" | "deployed" | "undeployed" | "failed" | "deleted";
                    /** @description Where it is reached once it is deployed. */
                    endpoint?: string;
                    /** @description What it runs or is kept on, as the rate card calls it. */
                    hardware?: string;
                    /** @description A volume's size in GB. */
                    size_gb?: string;
                    /**
                     * Format: date-time
                     * @description When it was last used.
                     */
                    last_active_at?: string;
                    /**
                     * Format: date-time
                     * @description When this was so, if not now. History comes in order.
                     */
                    at?: string;
                };
            };
        };
        responses: {
            /** @description The resource with its history. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "tool" | "model" | "deployment" | "guardrail" | "custom_script" | "volume";
                        id: string;
                        name: string;
                        type: string;
                        parent: string | null;
                        language: string;
                        language_version: string;
                        owner: string;
                        team: string;
                        project: string;
                        /** @enum {string} */
                        status: "draft" | "deployed" | "undeployed" | "failed" | "deleted";
                        endpoint: string;
                        hardware: string;
                        size_gb: string | null;
                        last_active_at: string | null;
                        first_deployed_at: string | null;
                        last_deployed_at: string | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
                        history: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            status: "draft" | "deployed" | "undeployed" | "failed" | "deleted";
                            size_gb: string | null;
                            note: string;
                            changed_by: string;
                        }[];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_resources: {
        parameters: {
            query?: {
                /** @description Only this kind. */
                kind?: "tool" | "model" | "deployment" | "guardrail" | "custom_script" | "volume";
                /** @description Only this status. */
                status?: "draft" | "deployed" | "undeployed" | "failed" | "deleted";
                /** @description Only deployments of this model. */
                parent?: string;
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By kind and name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "tool" | "model" | "deployment" | "guardrail" | "custom_script" | "volume";
                        id: string;
                        name: string;
                        type: string;
                        parent: string | null;
                        language: string;
                        language_version: string;
                        owner: string;
                        team: string;
                        project: string;
                        /** @enum {string} */
                        status: "draft" | "deployed" | "undeployed" | "failed" | "deleted";
                        endpoint: string;
                        hardware: string;
                        size_gb: string | null;
                        last_active_at: string | null;
                        first_deployed_at: string | null;
                        last_deployed_at: string | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
                    }[];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_resources_kind_id_status: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
                /** @description Makes the request happen once: 1 to 255 visible ASCII characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                kind: "tool" | "model" | "deployment" | "guardrail" | "custom_script" | "volume";
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "deployed",
                 *       "endpoint": "https://run.example.com/pii"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    status: "draft" | "deployed" | "undeployed" | "failed" | "deleted";
                    /**
                     * @description Why, for those who read the history.
                     * @default
                     */
                    note?: string;
                    /** @description Where it is reached now. */
                    endpoint?: string;
                    /**
                     * Format: date-time
                     * @description When it changed, if not now.
                     */
                    at?: string;
                };
            };
        };
        responses: {
            /** @description The resource with its history. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "tool" | "model" | "deployment" | "guardrail" | "custom_script" | "volume";
                        id: string;
                        name: string;
                        type: string;
                        parent: string | null;
                        language: string;
                        language_version: string;
                        owner: string;
                        team: string;
                        project: string;
                        /** @enum {string} */
                        status: "draft" | "deployed" | "undeployed" | "failed" | "deleted";
                        endpoint: string;
                        hardware: string;
                        size_gb: string | null;
                        last_active_at: string | null;
                        first_deployed_at: string | null;
                        last_deployed_at: string | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
                        history: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            status: "draft" | "deployed" | "undeployed" | "failed" | "deleted";
                            size_gb: string | null;
                            note: string;
                            changed_by: string;
                        }[];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_instances: {
        parameters: {
            query?: {
                /** @description Only this status. */
                status?: "running" | "stopped" | "failed" | "interrupted";
                /** @description Only this kind. */
                kind?: "gpu" | "inference" | "model_hosting" | "guardrail" | "custom_script";
                /** @description Only those that run this resource. */
                resource?: string;
                /** @description How many; 50 without it, 1000 at the most. */
                limit?: string;
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @description As the ledger names it. */
                        title: string;
                        /** @enum {string} */
                        kind: "gpu" | "inference" | "model_hosting" | "guardrail" | "custom_script";
                        /** @enum {string} */
                        mode: "fixed" | "cycle";
                        /** @enum {string} */
                        status: "running" | "stopped" | "failed" | "interrupted";
                        /** @description Why it ended; the message to show for an interrupted one. */
                        stop_reason: string;
                        resource: string | null;
                        model: string;
                        hardware: string;
                        count: number;
                        vcpus: string;
                        memory_gb: string;
                        replicas: number;
                        /** @description When it went on with more or fewer replicas, oldest first. */
                        replica_changes: {
                            /** @description The cycle that began with it. */
                            cycle: number;
                            /** Format: date-time */
                            at: string;
                            from: number;
                            to: number;
                        }[];
                        member: string;
                        team: string;
                        project: string;
                        endpoint: string;
                        /** Format: date-time */
                        started_at: string;
                        planned_until: string | null;
                        next_cycle_at: string | null;
                        stopped_at: string | null;
                        /** @description What its settled cycles cost. */
                        used: string;
                        /** @description What is held for the running one. */
                        held: string;
                    }[];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_instances: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
                /** @description Makes the request happen once: 1 to 255 visible ASCII characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "132",
                 *       "kind": "gpu",
                 *       "hardware": "h100",
                 *       "gpus": 1,
                 *       "hours": "1",
                 *       "member": "ada@example.com"
                 *     }
                 */
                "application/json": {
                    /** @description Your id of it, which the ledger names. The same id is the same instance. */
                    id: string;
                    /**
                     * @description What it is, and so the feature of the rate card that prices it.
                     * @enum {string}
                     */
                    kind: "gpu" | "inference" | "model_hosting" | "guardrail" | "custom_script";
                    /**
                     * @description fixed: held for its whole duration. cycle: held for a day at a time. gpu is fixed, all others cycle.
                     * @enum {string}
                     */
                    mode?: "fixed" | "cycle";
                    /** @description Of a fixed one: how long it is to run. */
                    hours?: string;
                    /**
                     * @description Of a cycle: how long it is.
                     * @default 24
                     */
                    cycle_hours?: number;
                    /** @description The registered resource that it runs: deployed while this runs. */
                    resource?: string;
                    /** @description The model that it serves. */
                    model?: string;
                    /** @description The type of its GPUs or machines, as the rate card calls it. */
                    hardware?: string;
                    gpus?: number;
                    /** @description How many GPUs or CPUs of that type one replica has; 1 without it. gpus is another name for it. */
                    count?: number;
                    /**
                     * @description vCPUs of one replica.
                     * @default 0
                     */
                    vcpus?: string;
                    /**
                     * @description Memory of one replica in GB.
                     * @default 0
                     */
                    memory_gb?: string;
                    /**
                     * @description How many run beside each other. Each counts.
                     * @default 1
                     */
                    replicas?: number;
                    /** @description Who runs it: a member's e-mail. */
                    member?: string;
                    /** @description The team's slug. */
                    team?: string;
                    /** @description The project's slug. */
                    project?: string;
                    /**
                     * @description Where it is reached.
                     * @default
                     */
                    endpoint?: string;
                    /**
                     * Format: date-time
                     * @description When it began to run, if not now.
                     */
                    started_at?: string;
                };
            };
        };
        responses: {
            /** @description The instance, held for. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @description As the ledger names it. */
                        title: string;
                        /** @enum {string} */
                        kind: "gpu" | "inference" | "model_hosting" | "guardrail" | "custom_script";
                        /** @enum {string} */
                        mode: "fixed" | "cycle";
                        /** @enum {string} */
                        status: "running" | "stopped" | "failed" | "interrupted";
                        /** @description Why it ended; the message to show for an interrupted one. */
                        stop_reason: string;
                        resource: string | null;
                        model: string;
                        hardware: string;
                        count: number;
                        vcpus: string;
                        memory_gb: string;
                        replicas: number;
                        /** @description When it went on with more or fewer replicas, oldest first. */
                        replica_changes: {
                            /** @description The cycle that began with it. */
                            cycle: number;
                            /** Format: date-time */
                            at: string;
                            from: number;
                            to: number;
                        }[];
                        member: string;
                        team: string;
                        project: string;
                        endpoint: string;
                        /** Format: date-time */
                        started_at: string;
                        planned_until: string | null;
                        next_cycle_at: string | null;
                        stopped_at: string | null;
                        /** @description What its settled cycles cost. */
                        used: string;
                        /** @description What is held for the running one. */
                        held: string;
                        /** @description Oldest first; held − refund + overage = used. */
                        cycles: {
                            no: number;
                            /** Format: date-time */
                            from: string;
                            /**
                             * Format: date-time
                             * @description Until when it is held for.
                             */
                            until: string;
                            /** @description Until when it ran; null while it does. */
                            to: string | null;
                            replicas: number;
                            rate_card: number;
                            /** @description Decimal string. */
                            held: string;
                            used: string | null;
                            hold_id: string | null;
                            components: {
                                meter: string;
                                hardware: string;
                                /** @description In all replicas. */
                                units: string;
                                /** @description For `per` unit-hours. */
                                price: string;
                                per: string;
                                /** @description Decimal string. */
                                amount?: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_instances_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The instance with its cycles. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @description As the ledger names it. */
                        title: string;
                        /** @enum {string} */
                        kind: "gpu" | "inference" | "model_hosting" | "guardrail" | "custom_script";
                        /** @enum {string} */
                        mode: "fixed" | "cycle";
                        /** @enum {string} */
                        status: "running" | "stopped" | "failed" | "interrupted";
                        /** @description Why it ended; the message to show for an interrupted one. */
                        stop_reason: string;
                        resource: string | null;
                        model: string;
                        hardware: string;
                        count: number;
                        vcpus: string;
                        memory_gb: string;
                        replicas: number;
                        /** @description When it went on with more or fewer replicas, oldest first. */
                        replica_changes: {
                            /** @description The cycle that began with it. */
                            cycle: number;
                            /** Format: date-time */
                            at: string;
                            from: number;
                            to: number;
                        }[];
                        member: string;
                        team: string;
                        project: string;
                        endpoint: string;
                        /** Format: date-time */
                        started_at: string;
                        planned_until: string | null;
                        next_cycle_at: string | null;
                        stopped_at: string | null;
                        /** @description What its settled cycles cost. */
                        used: string;
                        /** @description What is held for the running one. */
                        held: string;
                        /** @description Oldest first; held − refund + overage = used. */
                        cycles: {
                            no: number;
                            /** Format: date-time */
                            from: string;
                            /**
                             * Format: date-time
                             * @description Until when it is held for.
                             */
                            until: string;
                            /** @description Until when it ran; null while it does. */
                            to: string | null;
                            replicas: number;
                            rate_card: number;
                            /** @description Decimal string. */
                            held: string;
                            used: string | null;
                            hold_id: string | null;
                            components: {
                                meter: string;
                                hardware: string;
                                /** @description In all replicas. */
                                units: string;
                                /** @description For `per` unit-hours. */
                                price: string;
                                per: string;
                                /** @description Decimal string. */
                                amount?: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_instances_id_stop: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
                /** @description Makes the request happen once: 1 to 255 visible ASCII characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    /**
                     * Format: date-time
                     * @description When it happened, if not now. Time that is settled stays settled.
                     */
                    at?: string;
                };
            };
        };
        responses: {
            /** @description The instance, settled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @description As the ledger names it. */
                        title: string;
                        /** @enum {string} */
                        kind: "gpu" | "inference" | "model_hosting" | "guardrail" | "custom_script";
                        /** @enum {string} */
                        mode: "fixed" | "cycle";
                        /** @enum {string} */
                        status: "running" | "stopped" | "failed" | "interrupted";
                        /** @description Why it ended; the message to show for an interrupted one. */
                        stop_reason: string;
                        resource: string | null;
                        model: string;
                        hardware: string;
                        count: number;
                        vcpus: string;
                        memory_gb: string;
                        replicas: number;
                        /** @description When it went on with more or fewer replicas, oldest first. */
                        replica_changes: {
                            /** @description The cycle that began with it. */
                            cycle: number;
                            /** Format: date-time */
                            at: string;
                            from: number;
                            to: number;
                        }[];
                        member: string;
                        team: string;
                        project: string;
                        endpoint: string;
                        /** Format: date-time */
                        started_at: string;
                        planned_until: string | null;
                        next_cycle_at: string | null;
                        stopped_at: string | null;
                        /** @description What its settled cycles cost. */
                        used: string;
                        /** @description What is held for the running one. */
                        held: string;
                        /** @description Oldest first; held − refund + overage = used. */
                        cycles: {
                            no: number;
                            /** Format: date-time */
                            from: string;
                            /**
                             * Format: date-time
                             * @description Until when it is held for.
                             */
                            until: string;
                            /** @description Until when it ran; null while it does. */
                            to: string | null;
                            replicas: number;
                            rate_card: number;
                            /** @description Decimal string. */
                            held: string;
                            used: string | null;
                            hold_id: string | null;
                            components: {
                                meter: string;
                                hardware: string;
                                /** @description In all replicas. */
                                units: string;
                                /** @description For `per` unit-hours. */
                                price: string;
                                per: string;
                                /** @description Decimal string. */
                                amount?: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_instances_id_fail: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
                /** @description Makes the request happen once: 1 to 255 visible ASCII characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "out of memory"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description What went wrong.
                     * @default
                     */
                    reason?: string;
                    /**
                     * Format: date-time
                     * @description When it happened, if not now. Time that is settled stays settled.
                     */
                    at?: string;
                };
            };
        };
        responses: {
            /** @description The instance, settled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @description As the ledger names it. */
                        title: string;
                        /** @enum {string} */
                        kind: "gpu" | "inference" | "model_hosting" | "guardrail" | "custom_script";
                        /** @enum {string} */
                        mode: "fixed" | "cycle";
                        /** @enum {string} */
                        status: "running" | "stopped" | "failed" | "interrupted";
                        /** @description Why it ended; the message to show for an interrupted one. */
                        stop_reason: string;
                        resource: string | null;
                        model: string;
                        hardware: string;
                        count: number;
                        vcpus: string;
                        memory_gb: string;
                        replicas: number;
                        /** @description When it went on with more or fewer replicas, oldest first. */
                        replica_changes: {
                            /** @description The cycle that began with it. */
                            cycle: number;
                            /** Format: date-time */
                            at: string;
                            from: number;
                            to: number;
                        }[];
                        member: string;
                        team: string;
                        project: string;
                        endpoint: string;
                        /** Format: date-time */
                        started_at: string;
                        planned_until: string | null;
                        next_cycle_at: string | null;
                        stopped_at: string | null;
                        /** @description What its settled cycles cost. */
                        used: string;
                        /** @description What is held for the running one. */
                        held: string;
                        /** @description Oldest first; held − refund + overage = used. */
                        cycles: {
                            no: number;
                            /** Format: date-time */
                            from: string;
                            /**
                             * Format: date-time
                             * @description Until when it is held for.
                             */
                            until: string;
                            /** @description Until when it ran; null while it does. */
                            to: string | null;
                            replicas: number;
                            rate_card: number;
                            /** @description Decimal string. */
                            held: string;
                            used: string | null;
                            hold_id: string | null;
                            components: {
                                meter: string;
                                hardware: string;
                                /** @description In all replicas. */
                                units: string;
                                /** @description For `per` unit-hours. */
                                price: string;
                                per: string;
                                /** @description Decimal string. */
                                amount?: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_instances_id_extend: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
                /** @description Makes the request happen once: 1 to 255 visible ASCII characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "hours": "2"
                 *     }
                 */
                "application/json": {
                    /** @description How much longer it is to run. */
                    hours: string;
                };
            };
        };
        responses: {
            /** @description The instance. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @description As the ledger names it. */
                        title: string;
                        /** @enum {string} */
                        kind: "gpu" | "inference" | "model_hosting" | "guardrail" | "custom_script";
                        /** @enum {string} */
                        mode: "fixed" | "cycle";
                        /** @enum {string} */
                        status: "running" | "stopped" | "failed" | "interrupted";
                        /** @description Why it ended; the message to show for an interrupted one. */
                        stop_reason: string;
                        resource: string | null;
                        model: string;
                        hardware: string;
                        count: number;
                        vcpus: string;
                        memory_gb: string;
                        replicas: number;
                        /** @description When it went on with more or fewer replicas, oldest first. */
                        replica_changes: {
                            /** @description The cycle that began with it. */
                            cycle: number;
                            /** Format: date-time */
                            at: string;
                            from: number;
                            to: number;
                        }[];
                        member: string;
                        team: string;
                        project: string;
                        endpoint: string;
                        /** Format: date-time */
                        started_at: string;
                        planned_until: string | null;
                        next_cycle_at: string | null;
                        stopped_at: string | null;
                        /** @description What its settled cycles cost. */
                        used: string;
                        /** @description What is held for the running one. */
                        held: string;
                        /** @description Oldest first; held − refund + overage = used. */
                        cycles: {
                            no: number;
                            /** Format: date-time */
                            from: string;
                            /**
                             * Format: date-time
                             * @description Until when it is held for.
                             */
                            until: string;
                            /** @description Until when it ran; null while it does. */
                            to: string | null;
                            replicas: number;
                            rate_card: number;
                            /** @description Decimal string. */
                            held: string;
                            used: string | null;
                            hold_id: string | null;
                            components: {
                                meter: string;
                                hardware: string;
                                /** @description In all replicas. */
                                units: string;
                                /** @description For `per` unit-hours. */
                                price: string;
                                per: string;
                                /** @description Decimal string. */
                                amount?: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_instances_id_replicas: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
                /** @description Makes the request happen once: 1 to 255 visible ASCII characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "replicas": 2
                 *     }
                 */
                "application/json": {
                    /** @description How many run beside each other. Each counts. */
                    replicas: number;
                    /**
                     * Format: date-time
                     * @description When it happened, if not now. Time that is settled stays settled.
                     */
                    at?: string;
                };
            };
        };
        responses: {
            /** @description The instance. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @description As the ledger names it. */
                        title: string;
                        /** @enum {string} */
                        kind: "gpu" | "inference" | "model_hosting" | "guardrail" | "custom_script";
                        /** @enum {string} */
                        mode: "fixed" | "cycle";
                        /** @enum {string} */
                        status: "running" | "stopped" | "failed" | "interrupted";
                        /** @description Why it ended; the message to show for an interrupted one. */
                        stop_reason: string;
                        resource: string | null;
                        model: string;
                        hardware: string;
                        count: number;
                        vcpus: string;
                        memory_gb: string;
                        replicas: number;
                        /** @description When it went on with more or fewer replicas, oldest first. */
                        replica_changes: {
                            /** @description The cycle that began with it. */
                            cycle: number;
                            /** Format: date-time */
                            at: string;
                            from: number;
                            to: number;
                        }[];
                        member: string;
                        team: string;
                        project: string;
                        endpoint: string;
                        /** Format: date-time */
                        started_at: string;
                        planned_until: string | null;
                        next_cycle_at: string | null;
                        stopped_at: string | null;
                        /** @description What its settled cycles cost. */
                        used: string;
                        /** @description What is held for the running one. */
                        held: string;
                        /** @description Oldest first; held − refund + overage = used. */
                        cycles: {
                            no: number;
                            /** Format: date-time */
                            from: string;
                            /**
                             * Format: date-time
                             * @description Until when it is held for.
                             */
                            until: string;
                            /** @description Until when it ran; null while it does. */
                            to: string | null;
                            replicas: number;
                            rate_card: number;
                            /** @description Decimal string. */
                            held: string;
                            used: string | null;
                            hold_id: string | null;
                            components: {
                                meter: string;
                                hardware: string;
                                /** @description In all replicas. */
                                units: string;
                                /** @description For `per` unit-hours. */
                                price: string;
                                per: string;
                                /** @description Decimal string. */
                                amount?: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_webhooks: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoints as they stand, without their secrets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description Where messages go: whole for keys with webhooks:write, for others without its path and query. */
                        url: string;
                        description: string;
                        /** @description None for everything. */
                        types: ("balance.added" | "balance.threshold_crossed" | "balance.exhausted" | "budget.threshold_crossed" | "recharge.succeeded" | "recharge.failed" | "recharge.action_required" | "authorization.created" | "authorization.captured" | "authorization.released" | "authorization.expired" | "instance.started" | "instance.stopped" | "instance.interrupted" | "transaction.corrected" | "anomaly.detected" | "webhook.test")[];
                        is_enabled: boolean;
                        /** @description Why it was switched off by itself: five days of failures, or an answer of 410 Gone. */
                        ended_because: ("failures" | "gone") | null;
                        /** @description Since when nothing has arrived there. */
                        failing_since: string | null;
                        /** @description Until when the secret before the present one signs too. */
                        old_secret_until: string | null;
                        /** Format: date-time */
                        created_at: string;
                        created_by: string;
                    }[];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_webhooks: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
                /** @description Makes the request happen once: 1 to 255 visible ASCII characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://example.com/hooks/ecu",
                 *       "types": [
                 *         "balance.threshold_crossed",
                 *         "recharge.failed"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description Where messages are posted to: https, on the public internet. */
                    url: string;
                    /** @default  */
                    description?: string;
                    /** @description The types of events that it hears of; none for all of them. */
                    types?: ("balance.added" | "balance.threshold_crossed" | "balance.exhausted" | "budget.threshold_crossed" | "recharge.succeeded" | "recharge.failed" | "recharge.action_required" | "authorization.created" | "authorization.captured" | "authorization.released" | "authorization.expired" | "instance.started" | "instance.stopped" | "instance.interrupted" | "transaction.corrected" | "anomaly.detected" | "webhook.test")[];
                };
            };
        };
        responses: {
            /** @description The endpoint with its secret. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description Where messages go: whole for keys with webhooks:write, for others without its path and query. */
                        url: string;
                        description: string;
                        /** @description None for everything. */
                        types: ("balance.added" | "balance.threshold_crossed" | "balance.exhausted" | "budget.threshold_crossed" | "recharge.succeeded" | "recharge.failed" | "recharge.action_required" | "authorization.created" | "authorization.captured" | "authorization.released" | "authorization.expired" | "instance.started" | "instance.stopped" | "instance.interrupted" | "transaction.corrected" | "anomaly.detected" | "webhook.test")[];
                        is_enabled: boolean;
                        /** @description Why it was switched off by itself: five days of failures, or an answer of 410 Gone. */
                        ended_because: ("failures" | "gone") | null;
                        /** @description Since when nothing has arrived there. */
                        failing_since: string | null;
                        /** @description Until when the secret before the present one signs too. */
                        old_secret_until: string | null;
                        /** Format: date-time */
                        created_at: string;
                        created_by: string;
                        /** @description whsec_…, for verifying signatures. It is shown this once. */
                        secret: string;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_webhooks_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint as it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description Where messages go: whole for keys with webhooks:write, for others without its path and query. */
                        url: string;
                        description: string;
                        /** @description None for everything. */
                        types: ("balance.added" | "balance.threshold_crossed" | "balance.exhausted" | "budget.threshold_crossed" | "recharge.succeeded" | "recharge.failed" | "recharge.action_required" | "authorization.created" | "authorization.captured" | "authorization.released" | "authorization.expired" | "instance.started" | "instance.stopped" | "instance.interrupted" | "transaction.corrected" | "anomaly.detected" | "webhook.test")[];
                        is_enabled: boolean;
                        /** @description Why it was switched off by itself: five days of failures, or an answer of 410 Gone. */
                        ended_because: ("failures" | "gone") | null;
                        /** @description Since when nothing has arrived there. */
                        failing_since: string | null;
                        /** @description Until when the secret before the present one signs too. */
                        old_secret_until: string | null;
                        /** Format: date-time */
                        created_at: string;
                        created_by: string;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_webhooks_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint as it was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description Where messages go: whole for keys with webhooks:write, for others without its path and query. */
                        url: string;
                        description: string;
                        /** @description None for everything. */
                        types: ("balance.added" | "balance.threshold_crossed" | "balance.exhausted" | "budget.threshold_crossed" | "recharge.succeeded" | "recharge.failed" | "recharge.action_required" | "authorization.created" | "authorization.captured" | "authorization.released" | "authorization.expired" | "instance.started" | "instance.stopped" | "instance.interrupted" | "transaction.corrected" | "anomaly.detected" | "webhook.test")[];
                        is_enabled: boolean;
                        /** @description Why it was switched off by itself: five days of failures, or an answer of 410 Gone. */
                        ended_because: ("failures" | "gone") | null;
                        /** @description Since when nothing has arrived there. */
                        failing_since: string | null;
                        /** @description Until when the secret before the present one signs too. */
                        old_secret_until: string | null;
                        /** Format: date-time */
                        created_at: string;
                        created_by: string;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_webhooks_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "is_enabled": false
                 *     }
                 */
                "application/json": {
                    url?: string;
                    description?: string;
                    types?: ("balance.added" | "balance.threshold_crossed" | "balance.exhausted" | "budget.threshold_crossed" | "recharge.succeeded" | "recharge.failed" | "recharge.action_required" | "authorization.created" | "authorization.captured" | "authorization.released" | "authorization.expired" | "instance.started" | "instance.stopped" | "instance.interrupted" | "transaction.corrected" | "anomaly.detected" | "webhook.test")[];
                    /** @description Off, nothing is sent and nothing new is kept for it; what waits goes out when it is on again. */
                    is_enabled?: boolean;
                };
            };
        };
        responses: {
            /** @description The endpoint as it stands now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description Where messages go: whole for keys with webhooks:write, for others without its path and query. */
                        url: string;
                        description: string;
                        /** @description None for everything. */
                        types: ("balance.added" | "balance.threshold_crossed" | "balance.exhausted" | "budget.threshold_crossed" | "recharge.succeeded" | "recharge.failed" | "recharge.action_required" | "authorization.created" | "authorization.captured" | "authorization.released" | "authorization.expired" | "instance.started" | "instance.stopped" | "instance.interrupted" | "transaction.corrected" | "anomaly.detected" | "webhook.test")[];
                        is_enabled: boolean;
                        /** @description Why it was switched off by itself: five days of failures, or an answer of 410 Gone. */
                        ended_because: ("failures" | "gone") | null;
                        /** @description Since when nothing has arrived there. */
                        failing_since: string | null;
                        /** @description Until when the secret before the present one signs too. */
                        old_secret_until: string | null;
                        /** Format: date-time */
                        created_at: string;
                        created_by: string;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_webhooks_id_rotate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
                /** @description Makes the request happen once: 1 to 255 visible ASCII characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "overlap_hours": 24
                 *     }
                 */
                "application/json": {
                    /**
                     * @description How long the secret before goes on signing beside the new one: 0, 1, 24 or 168 hours.
                     * @default 24
                     */
                    overlap_hours?: number;
                };
            };
        };
        responses: {
            /** @description The endpoint with its new secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description Where messages go: whole for keys with webhooks:write, for others without its path and query. */
                        url: string;
                        description: string;
                        /** @description None for everything. */
                        types: ("balance.added" | "balance.threshold_crossed" | "balance.exhausted" | "budget.threshold_crossed" | "recharge.succeeded" | "recharge.failed" | "recharge.action_required" | "authorization.created" | "authorization.captured" | "authorization.released" | "authorization.expired" | "instance.started" | "instance.stopped" | "instance.interrupted" | "transaction.corrected" | "anomaly.detected" | "webhook.test")[];
                        is_enabled: boolean;
                        /** @description Why it was switched off by itself: five days of failures, or an answer of 410 Gone. */
                        ended_because: ("failures" | "gone") | null;
                        /** @description Since when nothing has arrived there. */
                        failing_since: string | null;
                        /** @description Until when the secret before the present one signs too. */
                        old_secret_until: string | null;
                        /** Format: date-time */
                        created_at: string;
                        created_by: string;
                        /** @description whsec_…, for verifying signatures. It is shown this once. */
                        secret: string;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_webhooks_id_test: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
                /** @description Makes the request happen once: 1 to 255 visible ASCII characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery, on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description The webhook-id header: the same in every attempt. */
                        webhook_id: string;
                        type: string;
                        /**
                         * @description pending is tried (again) at next_at; failed was given up.
                         * @enum {string}
                         */
                        status: "pending" | "delivered" | "failed";
                        attempts: number;
                        /** Format: date-time */
                        occurred_at: string;
                        next_at: string | null;
                        ended_at: string | null;
                        /** @description The HTTP status of the last answer. */
                        last_status: number | null;
                        /** @description Why there was none. */
                        last_error: string | null;
                        /** @description What is sent, byte for byte. */
                        body: string;
                        history: {
                            no: number;
                            /** Format: date-time */
                            at: string;
                            took_ms: number;
                            status: number | null;
                            error: string | null;
                            /** @description The beginning of what the endpoint answered. */
                            answer: string;
                        }[];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_webhooks_id_deliveries: {
        parameters: {
            query?: {
                status?: "pending" | "delivered" | "failed";
                type?: "balance.added" | "balance.threshold_crossed" | "balance.exhausted" | "budget.threshold_crossed" | "recharge.succeeded" | "recharge.failed" | "recharge.action_required" | "authorization.created" | "authorization.captured" | "authorization.released" | "authorization.expired" | "instance.started" | "instance.stopped" | "instance.interrupted" | "transaction.corrected" | "anomaly.detected" | "webhook.test";
                /** @description next of the page before. */
                before?: string;
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Fifty of the last thirty days, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            id: string;
                            /** @description The webhook-id header: the same in every attempt. */
                            webhook_id: string;
                            type: string;
                            /**
                             * @description pending is tried (again) at next_at; failed was given up.
                             * @enum {string}
                             */
                            status: "pending" | "delivered" | "failed";
                            attempts: number;
                            /** Format: date-time */
                            occurred_at: string;
                            next_at: string | null;
                            ended_at: string | null;
                            /** @description The HTTP status of the last answer. */
                            last_status: number | null;
                            /** @description Why there was none. */
                            last_error: string | null;
                        }[];
                        /** @description Send it as before for the next page; null at the end. */
                        next: string | null;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_webhooks_id_deliveries_delivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path: {
                id: string;
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is sent, and every attempt. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description The webhook-id header: the same in every attempt. */
                        webhook_id: string;
                        type: string;
                        /**
                         * @description pending is tried (again) at next_at; failed was given up.
                         * @enum {string}
                         */
                        status: "pending" | "delivered" | "failed";
                        attempts: number;
                        /** Format: date-time */
                        occurred_at: string;
                        next_at: string | null;
                        ended_at: string | null;
                        /** @description The HTTP status of the last answer. */
                        last_status: number | null;
                        /** @description Why there was none. */
                        last_error: string | null;
                        /** @description What is sent, byte for byte. */
                        body: string;
                        history: {
                            no: number;
                            /** Format: date-time */
                            at: string;
                            took_ms: number;
                            status: number | null;
                            error: string | null;
                            /** @description The beginning of what the endpoint answered. */
                            answer: string;
                        }[];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_webhooks_id_deliveries_delivery_replay: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
                /** @description Makes the request happen once: 1 to 255 visible ASCII characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery, on its way again. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description The webhook-id header: the same in every attempt. */
                        webhook_id: string;
                        type: string;
                        /**
                         * @description pending is tried (again) at next_at; failed was given up.
                         * @enum {string}
                         */
                        status: "pending" | "delivered" | "failed";
                        attempts: number;
                        /** Format: date-time */
                        occurred_at: string;
                        next_at: string | null;
                        ended_at: string | null;
                        /** @description The HTTP status of the last answer. */
                        last_status: number | null;
                        /** @description Why there was none. */
                        last_error: string | null;
                        /** @description What is sent, byte for byte. */
                        body: string;
                        history: {
                            no: number;
                            /** Format: date-time */
                            at: string;
                            took_ms: number;
                            status: number | null;
                            error: string | null;
                            /** @description The beginning of what the endpoint answered. */
                            answer: string;
                        }[];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_webhooks_events: {
        parameters: {
            query?: never;
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every type, when it is sent, and what it carries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "balance.added" | "balance.threshold_crossed" | "balance.exhausted" | "budget.threshold_crossed" | "recharge.succeeded" | "recharge.failed" | "recharge.action_required" | "authorization.created" | "authorization.captured" | "authorization.released" | "authorization.expired" | "instance.started" | "instance.stopped" | "instance.interrupted" | "transaction.corrected" | "anomaly.detected" | "webhook.test";
                        /** @description When it is sent. */
                        meaning: string;
                        /** @description JSON Schema of what it carries in data. */
                        data: {
                            [key: string]: unknown;
                        };
                    }[];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_usage_tools: {
        parameters: {
            query?: {
                /** @description A UTC day, such as 2026-11-21. */
                from?: string;
                /** @description A UTC day, such as 2026-11-21. */
                to?: string;
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tools that were deployed at least once. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total_tools: number;
                        total_runs: string;
                        /** @description Runs that name no registered tool. */
                        other_runs: string;
                        tools: {
                            id: string;
                            name: string;
                            runs: string;
                            owner: string;
                            /** @description A UTC day. */
                            last_active_on: string | null;
                            /** @enum {string} */
                            status: "draft" | "deployed" | "undeployed" | "failed" | "deleted";
                        }[];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_usage_models: {
        parameters: {
            query?: {
                /** @description A UTC day, such as 2026-11-21. */
                from?: string;
                /** @description A UTC day, such as 2026-11-21. */
                to?: string;
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Models with fine-tuning and hosting. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total_models: number;
                        /** @description Settled, and what running cycles have cost so far. */
                        credits: string;
                        /** @description Decimal string. */
                        settled: string;
                        /** @description Held for running cycles: settled + held is what the ledger has charged. */
                        held: string;
                        /** @description Decimal string. */
                        fine_tuning_credits: string;
                        /** @description Of deployments and of inference instances. */
                        hosting_credits: string;
                        /** @description What of hosting is inference instances, which usage by category counts as instances. */
                        inference_instance_credits: string;
                        /** @description What of it names no registered resource. */
                        other_credits: string;
                        models: {
                            id: string;
                            name: string;
                            type: string;
                            /** @description Settled, and what running cycles have cost so far. */
                            credits: string;
                            /** @description Decimal string. */
                            settled: string;
                            /** @description Held for running cycles: settled + held is what the ledger has charged. */
                            held: string;
                            /** @description A UTC day. */
                            last_deployed_on: string | null;
                            /** @enum {string} */
                            status: "draft" | "deployed" | "undeployed" | "failed" | "deleted";
                            deployments: number;
                        }[];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_usage_models_id: {
        parameters: {
            query?: {
                /** @description A UTC day, such as 2026-11-21. */
                from?: string;
                /** @description A UTC day, such as 2026-11-21. */
                to?: string;
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The model and its deployments. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        model: {
                            id: string;
                            name: string;
                            type: string;
                            /** @description Settled, and what running cycles have cost so far. */
                            credits: string;
                            /** @description Decimal string. */
                            settled: string;
                            /** @description Held for running cycles: settled + held is what the ledger has charged. */
                            held: string;
                            /** @description A UTC day. */
                            last_deployed_on: string | null;
                            /** @enum {string} */
                            status: "draft" | "deployed" | "undeployed" | "failed" | "deleted";
                            deployments: number;
                        };
                        /** @description What the model used by itself, such as fine-tuning. */
                        own: {
                            /** @description Settled, and what running cycles have cost so far. */
                            credits: string;
                            /** @description Decimal string. */
                            settled: string;
                            /** @description Held for running cycles: settled + held is what the ledger has charged. */
                            held: string;
                        };
                        /** @description What the inference instances that ran it used. */
                        instances: {
                            /** @description Settled, and what running cycles have cost so far. */
                            credits: string;
                            /** @description Decimal string. */
                            settled: string;
                            /** @description Held for running cycles: settled + held is what the ledger has charged. */
                            held: string;
                        };
                        deployments: {
                            id: string;
                            name: string;
                            type: string;
                            /** @description Settled, and what running cycles have cost so far. */
                            credits: string;
                            /** @description Decimal string. */
                            settled: string;
                            /** @description Held for running cycles: settled + held is what the ledger has charged. */
                            held: string;
                            last_updated_on: string;
                            /** @enum {string} */
                            status: "draft" | "deployed" | "undeployed" | "failed" | "deleted";
                        }[];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_usage_guardrails: {
        parameters: {
            query?: {
                /** @description A UTC day, such as 2026-11-21. */
                from?: string;
                /** @description A UTC day, such as 2026-11-21. */
                to?: string;
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Guardrails. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total_guardrails: number;
                        /** @description Settled, and what running cycles have cost so far. */
                        credits: string;
                        /** @description Decimal string. */
                        settled: string;
                        /** @description Held for running cycles: settled + held is what the ledger has charged. */
                        held: string;
                        /** @description How long it ran. */
                        seconds: number;
                        /** @description What of it names no registered resource. */
                        other_credits: string;
                        guardrails: {
                            id: string;
                            name: string;
                            /** @description Settled, and what running cycles have cost so far. */
                            credits: string;
                            /** @description Decimal string. */
                            settled: string;
                            /** @description Held for running cycles: settled + held is what the ledger has charged. */
                            held: string;
                            /** @description How long it ran. */
                            seconds: number;
                            /** @description A UTC day. */
                            last_deployed_on: string | null;
                            /** @enum {string} */
                            status: "draft" | "deployed" | "undeployed" | "failed" | "deleted";
                        }[];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_usage_guardrails_id: {
        parameters: {
            query?: {
                /** @description A UTC day, such as 2026-11-21. */
                from?: string;
                /** @description A UTC day, such as 2026-11-21. */
                to?: string;
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its hardware, how long it ran, and what it cost. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @description Settled, and what running cycles have cost so far. */
                        credits: string;
                        /** @description Decimal string. */
                        settled: string;
                        /** @description Held for running cycles: settled + held is what the ledger has charged. */
                        held: string;
                        /** @description How long it ran. */
                        seconds: number;
                        /** @description A UTC day. */
                        last_deployed_on: string | null;
                        /** @enum {string} */
                        status: "draft" | "deployed" | "undeployed" | "failed" | "deleted";
                        parts: {
                            hardware: string;
                            /** @description GPU, CPU, vCPU or GB. */
                            noun: string;
                            meter: string;
                            count: string;
                            /** @description ECU an hour. */
                            price: string;
                            /** @description How long it ran. */
                            seconds: number;
                            /** @description Decimal string. */
                            credits: string;
                        }[];
                        /** @description Metered calls that name it, beside its time. */
                        metered_credits: string;
                        /** @description Decimal string. */
                        total: string;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_usage_scripts: {
        parameters: {
            query?: {
                /** @description A UTC day, such as 2026-11-21. */
                from?: string;
                /** @description A UTC day, such as 2026-11-21. */
                to?: string;
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Scripts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total_scripts: number;
                        /** @description Settled, and what running cycles have cost so far. */
                        credits: string;
                        /** @description Decimal string. */
                        settled: string;
                        /** @description Held for running cycles: settled + held is what the ledger has charged. */
                        held: string;
                        /** @description How long it ran. */
                        seconds: number;
                        /** @description What of it names no registered resource. */
                        other_credits: string;
                        scripts: {
                            id: string;
                            name: string;
                            language: string;
                            language_version: string;
                            /** @description Settled, and what running cycles have cost so far. */
                            credits: string;
                            /** @description Decimal string. */
                            settled: string;
                            /** @description Held for running cycles: settled + held is what the ledger has charged. */
                            held: string;
                            /** @description How long it ran. */
                            seconds: number;
                            /** @description A UTC day. */
                            last_active_on: string | null;
                            /** @enum {string} */
                            status: "draft" | "deployed" | "undeployed" | "failed" | "deleted";
                        }[];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_usage_scripts_id: {
        parameters: {
            query?: {
                /** @description A UTC day, such as 2026-11-21. */
                from?: string;
                /** @description A UTC day, such as 2026-11-21. */
                to?: string;
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description vCPUs and memory, how long they were hosted, and what each cost. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        language: string;
                        language_version: string;
                        /** @description Settled, and what running cycles have cost so far. */
                        credits: string;
                        /** @description Decimal string. */
                        settled: string;
                        /** @description Held for running cycles: settled + held is what the ledger has charged. */
                        held: string;
                        /** @description How long it ran. */
                        seconds: number;
                        /** @description A UTC day. */
                        last_active_on: string | null;
                        /** @enum {string} */
                        status: "draft" | "deployed" | "undeployed" | "failed" | "deleted";
                        parts: {
                            hardware: string;
                            /** @description GPU, CPU, vCPU or GB. */
                            noun: string;
                            meter: string;
                            count: string;
                            /** @description ECU an hour. */
                            price: string;
                            /** @description How long it ran. */
                            seconds: number;
                            /** @description Decimal string. */
                            credits: string;
                        }[];
                        /** @description Metered calls that name it, beside its time. */
                        metered_credits: string;
                        /** @description Decimal string. */
                        total: string;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_usage_tools_csv: {
        parameters: {
            query?: {
                /** @description A UTC day, such as 2026-11-21. */
                from?: string;
                /** @description A UTC day, such as 2026-11-21. */
                to?: string;
                /** @description Only rows that contain this text. */
                text?: string;
                /** @description The column to sort by, -runs without it; - before it for the largest first. */
                sort?: "name" | "-name" | "runs" | "-runs" | "owner" | "-owner" | "last_active_on" | "-last_active_on" | "status" | "-status";
                /** @description Adds a column of what was used before: as many days right before, or the same days of the month before. */
                compare?: "previous" | "month";
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows of the tab as CSV. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_usage_models_csv: {
        parameters: {
            query?: {
                /** @description A UTC day, such as 2026-11-21. */
                from?: string;
                /** @description A UTC day, such as 2026-11-21. */
                to?: string;
                /** @description Only rows that contain this text. */
                text?: string;
                /** @description The column to sort by, -credits without it; - before it for the largest first. */
                sort?: "name" | "-name" | "type" | "-type" | "credits" | "-credits" | "last_deployed_on" | "-last_deployed_on" | "deployments" | "-deployments";
                /** @description Adds a column of what was used before: as many days right before, or the same days of the month before. */
                compare?: "previous" | "month";
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows of the tab as CSV. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_usage_guardrails_csv: {
        parameters: {
            query?: {
                /** @description A UTC day, such as 2026-11-21. */
                from?: string;
                /** @description A UTC day, such as 2026-11-21. */
                to?: string;
                /** @description Only rows that contain this text. */
                text?: string;
                /** @description The column to sort by, -credits without it; - before it for the largest first. */
                sort?: "name" | "-name" | "credits" | "-credits" | "seconds" | "-seconds" | "last_deployed_on" | "-last_deployed_on" | "status" | "-status";
                /** @description Adds a column of what was used before: as many days right before, or the same days of the month before. */
                compare?: "previous" | "month";
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows of the tab as CSV. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_usage_scripts_csv: {
        parameters: {
            query?: {
                /** @description A UTC day, such as 2026-11-21. */
                from?: string;
                /** @description A UTC day, such as 2026-11-21. */
                to?: string;
                /** @description Only rows that contain this text. */
                text?: string;
                /** @description The column to sort by, -credits without it; - before it for the largest first. */
                sort?: "name" | "-name" | "language" | "-language" | "credits" | "-credits" | "seconds" | "-seconds" | "last_active_on" | "-last_active_on" | "status" | "-status";
                /** @description Adds a column of what was used before: as many days right before, or the same days of the month before. */
                compare?: "previous" | "month";
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows of the tab as CSV. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_usage_instances_csv: {
        parameters: {
            query?: {
                /** @description A UTC day, such as 2026-11-21. */
                from?: string;
                /** @description A UTC day, such as 2026-11-21. */
                to?: string;
                /** @description Only rows that contain this text. */
                text?: string;
                /** @description The column to sort by, -started_at without it; - before it for the largest first. */
                sort?: "name" | "-name" | "started_at" | "-started_at" | "next_cycle_at" | "-next_cycle_at" | "held" | "-held" | "spent" | "-spent" | "status" | "-status";
            };
            header?: {
                /** @description The account to act on; with a platform key. */
                "Ecu-Account"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows of the tab as CSV. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
