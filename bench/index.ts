import { parseArgs } from "node:util";
import { disconnect } from "@/lib/db/client";
import { stopPosting } from "@/lib/ledger/post";
import { benchDatabase } from "./database";
import { benchForecast } from "./forecast";
import { benchGateway } from "./gateway";
import { benchHttp, buildConsole } from "./http";
import { benchPages } from "./pages";
import { benchPostings } from "./postings";
import { benchReading } from "./reading";
import { table } from "./report";

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    seconds: { type: "string", default: "5" },
    rows: { type: "string", default: "1000000" },
    only: { type: "string" },
  },
});

if (!values.only || ["http", "gateway"].includes(values.only)) await buildConsole();
// The product brings a database of its own, as long as nobody names another one.
const pages = values.only && values.only !== "pages" ? [] : await benchPages();
const database = await benchDatabase();
try {
  const postings =
    values.only && values.only !== "postings"
      ? []
      : await benchPostings(database, 2 * Number(values.seconds));
  const reading =
    values.only && values.only !== "reading" ? [] : await benchReading(database, Number(values.rows));
  const http =
    values.only && values.only !== "http" ? [] : [await benchHttp(database, Number(values.seconds))];
  const forecast = values.only && values.only !== "forecast" ? [] : benchForecast();
  const gateway =
    values.only && values.only !== "gateway" ? [] : await benchGateway(database, Number(values.seconds));
  const measures = [...postings, ...http, ...gateway, ...reading, ...forecast, ...pages];
  console.log(values.json ? JSON.stringify(measures, null, 2) : table(measures));
  if (measures.some(({ met }) => !met)) process.exitCode = 1;
} finally {
  await stopPosting();
  await disconnect();
  await database.stop();
}
