import type { CronItem, TaskList } from "graphile-worker";
import { lookAtAlerts, lookAtBudgets, lookAtDays, sendAlertDigests } from "./handlers/alerts";
import { sweepInstances, tellDeployment } from "./handlers/deployments";
import { applyEvent } from "./handlers/apply-stripe-event";
import { reconcile } from "./handlers/reconcile";
import { describe, evaluate, lookBelow, resolve, syncCards } from "./handlers/recharge";
import { sendContractInvoices } from "./handlers/send-contract-invoices";
import { sendMail } from "./handlers/send-mail";
import { settleGateway } from "./handlers/settle-gateway";
import { sweepAccess } from "./handlers/sweep-access";
import { sweepLedger } from "./handlers/sweep-ledger";
import { sweepPayments } from "./handlers/sweep-payments";
import { postShareOfReRate, previewOfReRate } from "./handlers/re-rates";
import { tellOfBackOffice } from "./handlers/tell-customer";
import { tellPayment } from "./handlers/tell-payment";
import {
  announceLater,
  giveUpWaiting,
  sweepTold,
  tellEndedWebhook,
  tellOfAuthorization,
} from "./handlers/webhooks";
import { tortureStripe } from "./handlers/torture";
import { verifyBooks } from "./handlers/verify-books";

/** Every task that the worker runs, by the name that the outbox and the crontab use. */
export const tasks: TaskList = {
  "mail.send": sendMail,
  "access.sweep": sweepAccess,
  "ledger.sweep": sweepLedger,
  "ledger.verify": verifyBooks,
  "stripe.apply": applyEvent,
  "stripe.reconcile": reconcile,
  "stripe.torture": tortureStripe,
  "purchases.tell": tellPayment,
  "backoffice.tell": tellOfBackOffice,
  "re_rates.preview": previewOfReRate,
  "re_rates.post": postShareOfReRate,
  "payments.sweep": sweepPayments,
  "contracts.invoice": sendContractInvoices,
  "instances.cycle": sweepInstances,
  "deployments.tell": tellDeployment,
  "gateway.settle": settleGateway,
  "wallet.below": lookBelow,
  "wallet.added": lookAtAlerts,
  "alerts.evaluate": lookAtAlerts,
  "alerts.budgets": lookAtBudgets,
  "alerts.anomalies": lookAtDays,
  "alerts.digest": sendAlertDigests,
  "recharge.evaluate": evaluate,
  "recharge.resolve": resolve,
  "payment_methods.sync": syncCards,
  "webhooks.announce": announceLater,
  "authorizations.announce": tellOfAuthorization,
  "webhooks.tell_ended": tellEndedWebhook,
  "webhooks.sweep": sweepTold,
  "webhooks.give_up": giveUpWaiting,
  "customers.describe": describe,
};

/** What runs by the clock (UTC): minute, hour, day, month, weekday. */
export const schedule: readonly CronItem[] = [
  { match: "17 * * * *", task: "access.sweep" },
  { match: "* * * * *", task: "ledger.sweep" },
  { match: "41 3 * * *", task: "ledger.verify" },
  { match: "* * * * *", task: "instances.cycle" },
  { match: "* * * * *", task: "payments.sweep" },
  { match: "* * * * *", task: "alerts.budgets" },
  { match: "*/2 * * * *", task: "alerts.anomalies" },
  { match: "3 * * * *", task: "alerts.digest" },
  { match: "* * * * *", task: "gateway.settle" },
  { match: "7 * * * *", task: "stripe.reconcile" },
  { match: "23 5 * * *", task: "contracts.invoice" },
  { match: "53 4 * * *", task: "webhooks.sweep" },
  { match: "*/5 * * * *", task: "webhooks.give_up" },
];
