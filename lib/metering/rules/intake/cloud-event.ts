import { createHash } from "node:crypto";
import { type Fields, idFrom, isFields, type Translation } from "./translation";

/** True for a CloudEvent of version 1.0 in its JSON form, alone or of a batch. */
export function isCloudEvent(fields: Fields): boolean {
  return typeof fields.specversion === "string";
}

/**
 * A CloudEvent around a call that was reported in any of our forms. Source and id together name an event there: so they do here, unless its data
 * has an id of its own. Its time is the call's, and its subject the member, where the data do not say.
 */
export function fromCloudEvent(cloud: Fields, inner: (data: Fields) => Translation): Translation {
  if (cloud.specversion !== "1.0") return faulty("specversion", 'is not "1.0"');
  for (const name of ["id", "source"])
    if (typeof cloud[name] !== "string" || cloud[name] === "") return faulty(name, "is required, as text");
  if (!isFields(cloud.data)) return faulty("data", "is no JSON object: send the call as data");
  const { event, names, fault } = inner(cloud.data);
  const around = {
    id: idOf(String(cloud.source), String(cloud.id)),
    ...(cloud.time !== undefined && { occurred_at: cloud.time }),
    ...(cloud.subject !== undefined && { member: cloud.subject }),
  };
  return {
    ...(fault && { fault: { ...fault, field: `data.${fault.field}` } }),
    event: { ...around, ...event },
    names: {
      ...{ id: "id", occurred_at: "time", member: "subject" },
      ...Object.fromEntries(Object.keys(event).map((name) => [name, `data.${names[name] ?? name}`])),
    },
  };
}

/** One id for one source and id: `source#id`, where the first # parts them, and else a hash of both. */
function idOf(source: string, id: string): string {
  return source.includes("#") ? hashOf(JSON.stringify([source, id])) : idFrom(`${source}#${id}`, hashOf);
}

function faulty(field: string, message: string): Translation {
  return { event: {}, names: {}, fault: { field, message } };
}

function hashOf(text: string): string {
  return `ce:${createHash("sha256").update(text).digest("hex")}`;
}
